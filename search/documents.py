"""What is indexed: the document of a page, and which pages have one."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Locale, get_page_models

from designcity.pages import BasePage

CHUNK = 200
# Elasticsearch refuses to highlight fields beyond a million characters; nobody reads that far.
LONGEST_BODY = 500_000


def document(page: BasePage) -> dict[str, Any]:
    """Return the document of a page: what readers search, and all that a row of results shows."""
    return {
        "page_id": page.pk,
        "kind": page.kind,
        "title": page.title,
        "names": page.searchable_names(),
        "summary": page.summary or page.search_description,
        "body": "\n".join(page.searchable_text())[:LONGEST_BODY],
        "url": page.get_url(),
        "date": page.date.isoformat() if page.date else None,
    }


def searchable(model: type[BasePage]) -> QuerySet:
    """Return the pages of one type that readers may find: live, public, and in their own language's words."""
    return model.objects.readable().select_related("locale")


def page_types() -> list[type[BasePage]]:
    """Return the page types that have documents."""
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def documents_of(page_ids: set[int]) -> dict[int, tuple[str, dict[str, Any]]]:
    """Return language code and document by page id, for those of `page_ids` that readers may find."""
    found = {}
    for model in page_types():
        for page in searchable(model).filter(pk__in=page_ids):
            found[page.pk] = (page.locale.language_code, document(page))
    return found


def chunks_of(locale: Locale) -> Iterator[set[int]]:
    """Yield the ids of all searchable pages of a language, 200 at a time, in flat memory."""
    for model in page_types():
        last = 0
        while ids := _ids_after(model, locale, last):
            yield set(ids)
            last = ids[-1]


def count(locale: Locale) -> int:
    """Return how many pages of a language have documents."""
    return sum(searchable(model).filter(locale=locale).count() for model in page_types())


def _ids_after(model: type[BasePage], locale: Locale, last: int) -> list[int]:
    pages = searchable(model).filter(locale=locale, pk__gt=last).order_by("pk")
    return list(pages.values_list("pk", flat=True)[:CHUNK])
