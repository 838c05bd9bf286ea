"""What goes online or offline by itself: pages, bundles, and what an embargo keeps back."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from designcity import embargo
from designcity.embargo import Embargo
from newsroom.bundles.models import BundleState
from newsroom.desk.expiry import running_out
from newsroom.desk.rows import Row, row_of
from newsroom.desk.seen import bundles_seen_by, pages_seen_by
from newsroom.publishing.models import ScheduleFailure, Step

Planned = tuple[datetime.datetime, int, str]
"""When something happens to a page, the page's key, and what."""
STEPS = {"online": Step.PUBLISH.value, "offline": Step.EXPIRE.value}
"""Which step of the schedule carries out what is planned."""


def scheduled(user: Any, most: int) -> list[Row]:
    """Return what will go online or offline, the next first; what is late stands at the top."""
    planned = [*_going_online(user, most), *_going_offline(user, most), *_embargoes(user)]
    rows = [*_bundles(user, most), *_rows(sorted(planned)[:most])]
    return sorted(rows, key=lambda row: row.at or timezone.now())[:most]


def _going_online(user: Any, most: int) -> Iterator[Planned]:
    keys = pages_seen_by(user).annotate(key=Cast("pk", output_field=CharField())).values("key")
    revisions = Revision.page_revisions.filter(approved_go_live_at__isnull=False, object_id__in=keys)
    found = revisions.order_by("approved_go_live_at", "pk").values_list("object_id", "approved_go_live_at")
    for key, at in found[:most]:
        yield at, int(key), "online"


def _going_offline(user: Any, most: int) -> Iterator[Planned]:
    pages = running_out(pages_seen_by(user))
    for pk, at in pages.order_by("runs_out_at", "pk").values_list("pk", "runs_out_at")[:most]:
        yield at, pk, "offline"


def _embargoes(user: Any) -> Iterator[Planned]:
    """Yield the embargoes of pages that do not go online by themselves when they end."""
    until = embargo.ending(timezone.now())
    for pk in only_embargo(pages_seen_by(user), until).values_list("pk", flat=True):
        yield until[pk], pk, "embargo"


def only_embargo(pages: Any, until: dict[int, datetime.datetime]) -> Any:
    """Keep the pages under embargo that are not approved: what is approved stands there as going online."""
    originals = pages.filter(pk__in=until, alias_of__isnull=True)
    return originals.annotate_approved_schedule().filter(_approved_schedule=False)


def _rows(planned: list[Planned]) -> Iterator[Row]:
    """Yield the lines of pages; three queries, and one for each page type."""
    keys = {pk for _at, pk, _what in planned}
    # In their own types, for what only some types know.
    pages: Any = Page.objects.select_related("locale").defer_streamfields().specific().in_bulk(keys)
    failures = {(one.object_id, one.step): one.sentence for one in ScheduleFailure.objects.of_pages(keys)}
    for at, pk, what in planned:
        failure = failures.get((str(pk), STEPS.get(what, "")), "")
        if pk in pages:
            state, icon = _state(what, at, bool(failure))
            yield row_of(pages[pk], state, icon, at, failure or _embargo(pages[pk], what))


def _bundles(user: Any, most: int) -> Iterator[Row]:
    for bundle in bundles_seen_by(user).planned()[:most]:
        failed = bundle.state == BundleState.FAILED or bool(bundle.reason)
        state, icon = _state("bundle", bundle.publish_at, failed)
        yield Row(bundle.title, bundle.overview_url, "", state, icon, bundle.publish_at, bundle.reason)


def _state(what: str, at: datetime.datetime, failed: bool) -> tuple[str, str]:
    if failed:
        return _("Not done in time"), "warning"
    if at < timezone.now():
        return _("Overdue: see that the schedule runs"), "warning"
    return {
        "online": (_("Goes online"), "circle-check"),
        "offline": (_("Runs out"), "circle-xmark"),
        "embargo": (_("Embargo ends"), "lock-open"),
        "bundle": (_("Bundle goes online"), "folder-open-inverse"),
    }[what]


def _embargo(page: Page, what: str) -> str:
    """Return what is said of an embargo that still holds, where the state does not say it."""
    if what == "embargo" or not (isinstance(page, Embargo) and page.is_under_embargo):
        return ""
    until = timezone.localtime(page.embargo_until)
    return _("Embargo until %(time)s") % {"time": date_format(until, "DATETIME_FORMAT")}
