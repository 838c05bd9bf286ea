"""What the calendar shows of some days: pages published, scheduled, kept back, running out; bundles."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import CharField, Count, F, Window
from django.db.models.functions import Cast, RowNumber, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from designcity import embargo
from designcity.languages import language_name
from designcity.times import local_day, wall_clock
from newsroom.desk.calendar.months import Days
from newsroom.desk.expiry import running_out
from newsroom.desk.scheduled import only_embargo
from newsroom.desk.seen import bundles_seen_by, pages_edited_by, pages_seen_by


class EntryState(models.TextChoices):
    """What happens to a page, or to a bundle of pages, on a day."""

    PUBLISHED = "published", _("Published")
    SCHEDULED = "scheduled", _("Goes online")
    EXPIRING = "expiring", _("Runs out")
    EXPIRED = "expired", _("Ran out")
    EMBARGO = "embargo", _("Embargo ends")
    BUNDLE = "bundle", _("Bundle goes online")

    @property
    def icon(self) -> str:
        """The icon that goes with the word."""
        return ICONS[self.value]


ICONS = {
    "published": "circle-check",
    "scheduled": "time",
    "expiring": "warning",
    "expired": "circle-xmark",
    "embargo": "lock-open",
    "bundle": "folder-open-inverse",
}


@dataclass(frozen=True)
class Entry:
    """That something happens to a page or bundle, with its key, at a time of the site's clock."""

    at: datetime.datetime
    state: EntryState
    key: int
    title: str
    language: Any
    url: str
    """Where it is worked on; empty for those who may not."""


@dataclass(frozen=True)
class Day:
    """What happens on one day; `number` counts what is not shown too."""

    date: datetime.date
    entries: list[Entry]
    number: int

    @property
    def left_out(self) -> int:
        """How much more happens than is shown."""
        return self.number - len(self.entries)


@dataclass(frozen=True)
class Wanted:
    """What of the days is asked for; an empty text asks for everything."""

    language: str = ""
    page_type: str = ""
    state: str = ""

    @property
    def takes_bundles(self) -> bool:
        """Whether bundles are wanted, which have neither a language nor a page type."""
        return self.state in ("", EntryState.BUNDLE) and not (self.language or self.page_type)


@dataclass(frozen=True)
class _Found:
    at: datetime.datetime
    of_day: int
    state: EntryState
    page_id: int


def entries_of(user: Any, days: Days, wanted: Wanted, most: int) -> dict[datetime.date, Day]:
    """Return the days on which something happens, each with at most `most` entries; 8 queries."""
    pages = _pages(user, wanted)
    found = [
        one
        for state, query in (
            (EntryState.PUBLISHED, _published),
            (EntryState.SCHEDULED, _scheduled),
            (EntryState.EXPIRING, _expiring),
            (EntryState.EXPIRED, _expired),
        )
        if wanted.state in ("", state)
        for one in _few(query(pages), state, days, most)
    ]
    if wanted.state in ("", EntryState.EMBARGO):
        found += _embargoes(pages, days)
    entries = [*_entries(user, found), *(_bundles(user, days) if wanted.takes_bundles else ())]
    return _by_day(sorted(entries, key=lambda entry: (entry.at, entry.key)), found, most)


def _pages(user: Any, wanted: Wanted) -> Any:
    pages = pages_seen_by(user)
    if wanted.language:
        pages = pages.filter(locale__language_code=wanted.language)
    if wanted.page_type:
        app, _, model = wanted.page_type.partition(".")
        pages = pages.filter(content_type__app_label=app, content_type__model=model)
    return pages


def _published(pages: Any) -> Any:
    return pages.filter(live=True).annotate(happens_at=F("first_published_at"), of_page=F("pk"))


def _expiring(pages: Any) -> Any:
    return running_out(pages).annotate(happens_at=F("runs_out_at"), of_page=F("pk"))


def _expired(pages: Any) -> Any:
    return pages.filter(live=False, expired=True).annotate(happens_at=F("expire_at"), of_page=F("pk"))


def _scheduled(pages: Any) -> Any:
    keys = pages.annotate(key=Cast("pk", output_field=CharField())).values("key")
    revisions = Revision.page_revisions.filter(object_id__in=keys)
    return revisions.annotate(happens_at=F("approved_go_live_at"), of_page=F("object_id"))


def _embargoes(pages: Any, days: Days) -> Iterator[_Found]:
    """Yield the embargoes that end on some days, for pages that do not go online by themselves then."""
    until = embargo.ending(days.start, days.end)
    found = list(only_embargo(pages, until).values_list("pk", flat=True))
    of_day = Counter(local_day(until[pk]) for pk in found)
    for pk in found:
        yield _Found(until[pk], of_day[local_day(until[pk])], EntryState.EMBARGO, pk)


def _bundles(user: Any, days: Days) -> Iterator[Entry]:
    bundles = bundles_seen_by(user).scheduled().filter(publish_at__gte=days.start, publish_at__lt=days.end)
    for one in bundles:
        at = wall_clock(one.publish_at)
        yield Entry(at, EntryState.BUNDLE, one.pk, one.title, "", one.overview_url)


def _few(query: Any, state: EntryState, days: Days, most: int) -> Iterator[_Found]:
    """Yield the first entries of each day, with the number of all of that day; one query."""
    day = TruncDate("happens_at", tzinfo=timezone.get_default_timezone())
    query = (
        query.filter(happens_at__gte=days.start, happens_at__lt=days.end)
        .order_by("happens_at")
        .annotate(
            place=Window(RowNumber(), partition_by=[day], order_by=["happens_at", "pk"]),
            of_day=Window(Count("pk"), partition_by=[day]),
        )
    )
    for at, of_day, page_id in query.filter(place__lte=most).values_list("happens_at", "of_day", "of_page"):
        yield _Found(at, of_day, state, int(page_id))


def _entries(user: Any, found: Iterable[_Found]) -> Iterator[Entry]:
    ids = {one.page_id for one in found}
    pages = Page.objects.select_related("locale").in_bulk(ids)
    edited = set(pages_edited_by(user).filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    for one in found:
        page = pages[one.page_id]
        yield Entry(
            at=wall_clock(one.at),
            state=one.state,
            key=page.pk,
            title=str(page.get_admin_display_title()),
            language=language_name(page.locale.language_code),
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if page.pk in edited else "",
        )


def _by_day(entries: list[Entry], found: list[_Found], most: int) -> dict[datetime.date, Day]:
    """Sort entries into their days; of pages only some were fetched, `found` knows how many there are."""
    numbers = Counter((entry.at.date(), entry.state) for entry in entries)
    numbers |= Counter({(local_day(one.at), one.state): one.of_day for one in found})
    days: dict[datetime.date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.at.date(), []).append(entry)
    return {
        date: Day(date, shown[:most], sum(numbers[date, state] for state in EntryState))
        for date, shown in days.items()
    }
