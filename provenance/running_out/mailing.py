"""The weekly mail: pictures in use and permissions of sources that run out within 30 days."""

import datetime
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name

from designcity.mails.letters import composed
from designcity.mails.outcome import Outcome
from designcity.working_language import working_language
from provenance.overrides.models import PERMISSION
from provenance.report.pictures import shown_on_live_pages
from provenance.running_out.models import WeeklyMail
from provenance.sources.models import Source

DAYS = 30


@dataclass(frozen=True)
class RunningOut:
    """What runs out, the earliest first."""

    pictures: list[Any]
    sources: list[Source]

    def __bool__(self) -> bool:
        return bool(self.pictures or self.sources)


def what_runs_out(today: datetime.date) -> RunningOut:
    """Return the pictures on published pages and the sources whose permission ends from today to 30 days on."""
    soon = (today, today + datetime.timedelta(days=DAYS))
    pictures = shown_on_live_pages().filter(expires_on__range=soon).order_by("expires_on", "pk")
    sources = Source.objects.one_of_each().filter(permission_until__range=soon)
    return RunningOut(list(pictures), list(sources.order_by("permission_until", "pk")))


def mail_what_runs_out() -> Outcome:
    """Tell everybody who decides on rights and was not told this week; nobody when nothing runs out."""
    today = timezone.localdate()
    found = what_runs_out(today)
    return Outcome.of(_tell(user, found, today) for user in (recipients() if found else ()))


def recipients() -> list[Any]:
    """Return the people who decide on rights and have an address for mail."""
    backend = settings.AUTHENTICATION_BACKENDS[0]
    people = get_user_model().objects.with_perm(PERMISSION, backend=backend)
    return list(people.filter(is_active=True).exclude(email="").order_by("pk"))


def _tell(user: Any, found: RunningOut, today: datetime.date) -> bool | None:
    """Send one mail and return whether it went; None when it was sent this week."""
    year, week, _day = today.isocalendar()
    with transaction.atomic():
        _mail, is_new = WeeklyMail.objects.get_or_create(user=user, week=f"{year}-W{week:02}")
        if not is_new:
            return None
        letter = composed("provenance/what_runs_out", working_language(user), partial(_facts, user, found))
        went = letter.send([user.email], about=f"What runs out, to user {user.pk},")
        transaction.set_rollback(not went)
        return went


def _facts(user: Any, found: RunningOut) -> dict[str, Any]:
    return {
        "name": get_user_display_name(user),
        "days": DAYS,
        "pictures": [
            (picture.title, picture.expires_on, _address("wagtailimages:edit", picture.pk))
            for picture in found.pictures
        ],
        "sources": [
            (
                source.localized.name,
                source.permission_until,
                _address("wagtailsnippets_provenance_source:edit", source.pk),
            )
            for source in found.sources
        ],
        "report": f"{settings.SITE_URL}{reverse('provenance_report')}?days={DAYS}",
    }


def _address(name: str, pk: int) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=[pk])}"
