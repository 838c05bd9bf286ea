"""One published page in the report: where it comes from, and by what right it shows its pictures."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from wagtail.models import Page

from designcity.languages import language_name
from provenance.report import pending, pictures
from provenance.sources.models import SourceKind


@dataclass(frozen=True)
class Row:
    """What the table and the files show of a page; `url` leads to its form, or to the page itself."""

    pk: int
    title: str
    url: str
    language: str
    section: str
    origin: str
    source: str
    kind: str
    permission_until: datetime.date | None
    credits: str
    licences: str
    pictures_until: datetime.date | None
    requests: int


def pages() -> QuerySet:
    """Return the published pages with what is known of their sources; placeholders are no pages."""
    found: QuerySet = Page.objects.live().filter(depth__gt=1, alias_of=None).select_related("locale")
    return found.annotate(
        origin=F("articlepage__source_kind"),
        source_name=F("articlepage__source__name"),
        source_type=F("articlepage__source__kind"),
        permission_until=F("articlepage__source__permission_until"),
    ).order_by("-last_published_at", "-pk")


def sections() -> QuerySet:
    """Return the sections of the site: what stands right below a home page."""
    found: QuerySet = Page.objects.filter(depth=3).order_by("path")
    return found


def rows(found: Iterable[Any], origins: dict[str, Any], may_edit: bool) -> list[Row]:
    """Return the rows of pages, in their order; the number of queries does not grow with that of pages."""
    found = list(found)
    keys = [page.pk for page in found]
    shown, requests = pictures.of_pages(keys), pending.counted(keys)
    titles = dict(sections().values_list("path", "title"))
    kinds = dict(SourceKind.choices)
    return [
        Row(
            pk=page.pk,
            title=page.title,
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else page.url or "",
            language=str(language_name(page.locale.language_code)),
            section=titles.get(page.path[: 3 * page.steplen], ""),
            origin=str(origins.get(page.origin, "")),
            source=page.source_name or "",
            kind=str(kinds.get(page.source_type, "")),
            permission_until=page.permission_until,
            credits=_each_once(picture.credit or "—" for picture in shown.get(page.pk, ())),
            licences=_each_once(
                str(picture.get_licence_display()) or "—" for picture in shown.get(page.pk, ())
            ),
            pictures_until=min(
                (picture.expires_on for picture in shown.get(page.pk, ()) if picture.expires_on), default=None
            ),
            requests=requests[page.pk],
        )
        for page in found
    ]


def _each_once(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
