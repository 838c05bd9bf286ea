"""The attachments that pages offer, with their words."""

from dataclasses import dataclass
from typing import Any

from designcity.documents import public
from search.attachments.offers import Titles, offered_by, remember

MOST_ON_A_PAGE = 500_000
"""How many characters of all of a page's attachments are searched; the later ones are cut or left out."""


@dataclass(frozen=True)
class Passage:
    """The text of one attachment."""

    title: str
    url: str
    text: str


def passages_of(page_ids: set[int]) -> dict[int, list[Passage]]:
    """Return the public attachments of pages whose words are known, in the order in which a page offers them.

    Writes down which page offers what as well, so that it is composed anew when a text is read later.
    """
    offered = offered_by(page_ids)
    if not offered:
        return {}
    remember(offered)
    documents = _with_text({pk for titles in offered.values() for pk in titles})
    found = {page: _passages(titles, documents) for page, titles in offered.items()}
    return {page: passages for page, passages in found.items() if passages}


def _with_text(document_ids: set[int]) -> dict[int, Any]:
    documents = public().filter(pk__in=document_ids).exclude(search_text__text="")
    return documents.filter(search_text__isnull=False).select_related("search_text").in_bulk()


def _passages(titles: Titles, documents: dict[int, Any]) -> list[Passage]:
    passages, room = [], MOST_ON_A_PAGE
    for pk, title in titles.items():
        if pk in documents and room:
            document = documents[pk]
            text = document.search_text.text[:room]
            room -= len(text)
            passages.append(Passage(title or document.title, document.url, text))
    return passages
