"""Two thousand pages about other things, in each language, among which the judged ones have to be found."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from institutions.models import InstitutionPage
from news.models import ArticlePage
from tests.corpora.pages import dated, put
from tests.corpora.text import Story, Writer
from tests.relevance.judged import Query
from tests.relevance.places import Places

SEED = 2026
ARTICLES, INSTITUTIONS = 1800, 200
_PART = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")


def put_distractors(places: Places) -> None:
    """Put the distractors under the index pages."""
    writer = Writer(SEED)
    put(ArticlePage, places["news"].values(), dated(writer.articles(ARTICLES)))
    put(InstitutionPage, places["institution"].values(), writer.institutions(INSTITUTIONS))


def found_in_distractors(queries: Iterable[Query], stories: Iterable[Story] | None = None) -> Iterator[str]:
    """Yield a warning for each query of the class `nothing` whose words all stand in one distractor."""
    texts = [text for story in stories or _stories() for text in _texts(story)]
    for query in queries:
        parts = _PART.findall(query.text.casefold())
        if query.kind == "nothing" and any(all(part in text for part in parts) for text in texts):
            yield f"{query.where}: a distractor holds {query.text}, which nothing should hold"


def _stories() -> Iterable[Story]:
    writer = Writer(SEED)
    return chain(writer.articles(ARTICLES), writer.institutions(INSTITUTIONS))


def _texts(story: Story) -> Iterator[str]:
    for writing in story.writings.values():
        yield "\n".join((writing.title, writing.summary, *writing.body)).casefold()
