"""When pages run out, those included that are still to go online."""

from typing import Any

from django.db.models import Case, CharField, DateTimeField, F, OuterRef, Q, Subquery, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from wagtail.models import Revision


def running_out(pages: Any) -> Any:
    """Keep pages that will run out, with the time as `runs_out_at`.

    What is approved to go online brings its own time with it, which holds from then on: a page that is
    online runs out at the time that it has now only if that comes first.
    """
    approved = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False, object_id=Cast(OuterRef("pk"), CharField())
    ).order_by("approved_go_live_at")
    brought = Cast(KT("content__expire_at"), DateTimeField())
    runs_out_now = Q(live=True, expire_at__isnull=False)
    return (
        pages.annotate_approved_schedule()
        .filter(runs_out_now | Q(_approved_schedule=True))
        .annotate(
            replaced_at=Subquery(approved.values("approved_go_live_at")[:1]),
            brought_at=Subquery(approved.annotate(brought=brought).values("brought")[:1]),
            runs_out_at=Case(
                When(
                    runs_out_now & (Q(replaced_at=None) | Q(expire_at__lte=F("replaced_at"))),
                    then=F("expire_at"),
                ),
                default=F("brought_at"),
            ),
        )
        .filter(runs_out_at__isnull=False)
    )
