"""Two thousand pages about other things, in each language, among which the judged ones have to be found."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from institutions.models import InstitutionPage
from news.models import ArticlePage
from tests.corpora.pages import dated, put
from tests.corpora.text import Story, Writer, Writing
from tests.relevance.judged import Query
from tests.relevance.places import Places

SEED = 2026
ARTICLES, INSTITUTIONS = 1800, 200
# Queries of two or three common words: a generated page that holds them all is a right answer too.
_BROAD = ("forms", "several")
_PART = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")


def put_distractors(places: Places, queries: Iterable[Query]) -> None:
    """Put the distractors under the index pages; none is a right answer that nobody has judged."""
    writer, broad = Writer(SEED), [query for query in queries if query.kind in _BROAD]
    others = (story for story in writer.articles(ARTICLES * 2) if not _answers_any(story, broad))
    put(ArticlePage, places["news"].values(), dated(islice(others, ARTICLES)))
    others = (story for story in writer.institutions(INSTITUTIONS * 2) if not _answers_any(story, broad))
    put(InstitutionPage, places["institution"].values(), islice(others, INSTITUTIONS))


def _answers_any(story: Story, queries: Iterable[Query]) -> bool:
    """Whether all words of a query stand in the story, in whatever form."""
    texts = {language: _text(writing) for language, writing in story.writings.items()}
    return any(all(stem in texts[query.language] for stem in _stems(query.text)) for query in queries)


@cache
def _stems(text: str) -> tuple[str, ...]:
    """Return the words of a query, the Latin ones without what may be an ending."""
    parts = _PART.findall(text.casefold())
    return tuple(part[: max(len(part) - 3, 4)] if part.isascii() else part for part in parts)


def found_in_distractors(queries: Iterable[Query], stories: Iterable[Story] | None = None) -> Iterator[str]:
    """Yield a warning for each query of the class `nothing` whose words all stand in one distractor."""
    written = (story.writings.values() for story in stories or _stories())
    texts = [_text(writing) for of_story in written for writing in of_story]
    for query in queries:
        parts = _PART.findall(query.text.casefold())
        if query.kind == "nothing" and any(all(part in text for part in parts) for text in texts):
            yield f"{query.where}: a distractor holds {query.text}, which nothing should hold"


def _stories() -> Iterable[Story]:
    writer = Writer(SEED)
    return chain(writer.articles(ARTICLES), writer.institutions(INSTITUTIONS))


def _text(writing: Writing) -> str:
    return "\n".join((writing.title, writing.summary, *writing.body)).casefold()
