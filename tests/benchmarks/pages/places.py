"""A page of each kind in each language of the demo: the fullest of its kind, the same in every language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

SOUGHT = {"zh-hans": "设计", "en": "design"}
"""What is looked for: words that many pages of the demo hold."""


@dataclass(frozen=True)
class Place:
    """An address that readers open, or machines."""

    kind: str
    language: str
    path: str
    is_painted: bool = True
    """Whether it is a page that a browser shows."""


def places() -> list[Place]:
    """Return what is measured, both languages of a kind one after the other."""
    found = list(_places())
    order = list(dict.fromkeys(place.kind for place in found))
    return sorted(found, key=lambda place: order.index(place.kind))


def _places() -> Iterator[Place]:
    pages = _pages()
    for language, words in SOUGHT.items():
        for kind, page in pages.items():
            yield Place(kind, language, _path(page, language))
        yield Place("search, answered", language, f"/{language}/search/?q={quote(words)}")
        yield Place("feed", language, f"{_path(pages['list'], language)}feed/", is_painted=False)
    yield Place("sitemap", "both", "/sitemap.xml", is_painted=False)


def _pages() -> dict[str, Any]:
    """Return the pages of the source language by their kind."""
    from campaigns.models import CampaignPage
    from events.models import EventIndexPage
    from home.models import HomePage, StandardPage
    from institutions.models import DirectoryPage, InstitutionPage
    from news.models import ArticlePage, NewsIndexPage

    return {
        "home": _fullest(HomePage),
        "article": _fullest(ArticlePage),
        "list": _fullest(NewsIndexPage),
        "institution": _fullest(InstitutionPage),
        "directory": _fullest(DirectoryPage),
        "map": next(page for page in _of(StandardPage) if page.body.first_block_by_name("institution_map")),
        "campaign": _fullest(CampaignPage),
        "events": _fullest(EventIndexPage),
    }


def _fullest(model: Any) -> Any:
    """Return the page of a type that shows most pictures, and says most."""
    from designcity.pictures.making import wanted_by

    return max(_of(model), key=lambda page: (len(wanted_by(page)), len("".join(page.searchable_text()))))


def _of(model: Any) -> Any:
    return model.objects.readable().filter(locale__language_code="zh-hans").order_by("pk")


def _path(page: Any, language: str) -> str:
    version = page.get_translations(inclusive=True).get(locale__language_code=language)
    return str(version.get_url())
