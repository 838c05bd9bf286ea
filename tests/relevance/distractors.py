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
SPARE = 10
"""So many times as many are written, since most of them answer one query or another."""
# Queries of two or three common words: a generated page that holds them all is a right answer too.
_BROAD = ("forms", "several")
_PART = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")


def put_distractors(places: Places, queries: Iterable[Query]) -> None:
    """Put the distractors under the index pages; none is a right answer that nobody has judged."""
    broad = [query for query in queries if query.kind in _BROAD]
    articles, institutions = _written()
    put(ArticlePage, places["news"].values(), dated(iter(_others(articles, broad, ARTICLES))))
    put(InstitutionPage, places["institution"].values(), iter(_others(institutions, broad, INSTITUTIONS)))


def _others(stories: Iterable[Story], queries: list[Query], number: int) -> list[Story]:
    """Return the first of the stories that are no right answers, so many of them."""
    others = list(islice((story for story in stories if not _answers_any(story, queries)), number))
    if len(others) < number:
        raise ValueError(f"Only {len(others)} of {number} distractors answer no query: write more.")
    return others


def _written() -> tuple[Iterable[Story], Iterable[Story]]:
    """Return the articles and the institutions that are written, many more than are wanted."""
    writer = Writer(SEED)
    return writer.articles(ARTICLES * SPARE), writer.institutions(INSTITUTIONS * SPARE)


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
    return chain(*_written())


def _text(writing: Writing) -> str:
    return "\n".join((writing.title, writing.summary, *writing.body)).casefold()
