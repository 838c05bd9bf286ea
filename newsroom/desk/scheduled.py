"""What goes online or offline by itself."""

import datetime
from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from designcity.embargo import Embargo
from newsroom.desk.rows import Row, row_of
from newsroom.desk.seen import pages_seen_by


def scheduled(user: Any, most: int) -> list[Row]:
    """Return the pages that will go online or offline, the next first; what is late stands at the top."""
    online = [(at, int(key), True) for key, at in _going_online(user)[:most]]
    offline = [(at, pk, False) for pk, at in _going_offline(user)[:most]]
    planned = sorted(online + offline)[:most]
    pages = _pages({page_id for _at, page_id, _online in planned})
    return [
        row_of(pages[page_id], *_state(is_online, at), at, _embargo(pages[page_id]))
        for at, page_id, is_online in planned
        if page_id in pages
    ]


def _going_online(user: Any) -> Any:
    keys = pages_seen_by(user).annotate(key=Cast("pk", output_field=CharField())).values("key")
    revisions = Revision.page_revisions.filter(approved_go_live_at__isnull=False, object_id__in=keys)
    return revisions.order_by("approved_go_live_at", "pk").values_list("object_id", "approved_go_live_at")


def _going_offline(user: Any) -> Any:
    pages = pages_seen_by(user).filter(live=True, expire_at__isnull=False)
    return pages.order_by("expire_at", "pk").values_list("pk", "expire_at")


def _pages(page_ids: set[int]) -> dict[int, Page]:
    """Return the pages in their own types, for what only some types know."""
    pages: Any = Page.objects.select_related("locale").defer_streamfields().specific()
    return dict(pages.in_bulk(page_ids))


def _state(is_online: bool, at: datetime.datetime) -> tuple[str, str]:
    if at < timezone.now():
        return _("Overdue: see that the schedule runs"), "warning"
    return (_("Goes online"), "circle-check") if is_online else (_("Runs out"), "circle-xmark")


def _embargo(page: Page) -> str:
    """Return what is said of an embargo that still holds, where the page type knows one."""
    if not (isinstance(page, Embargo) and page.is_under_embargo):
        return ""
    until = timezone.localtime(page.embargo_until)
    return _("Embargo until %(time)s") % {"time": date_format(until, "DATETIME_FORMAT")}
