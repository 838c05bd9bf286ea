"""The weekly mail: pictures in use and permissions of sources that run out within 30 days."""

import datetime
import logging
import smtplib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.admin.utils import get_user_display_name

from designcity.working_language import working_language
from provenance.overrides.models import PERMISSION
from provenance.report.pictures import shown_on_live_pages
from provenance.running_out.models import WeeklyMail
from provenance.sources.models import Source

DAYS = 30
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class RunningOut:
    """What runs out, the earliest first."""

    pictures: list[Any]
    sources: list[Source]

    def __bool__(self) -> bool:
        return bool(self.pictures or self.sources)


@dataclass
class Outcome:
    """How many were told, and how many mails the mail server did not take."""

    sent: int = 0
    failed: int = 0


def what_runs_out(today: datetime.date) -> RunningOut:
    """Return the pictures on published pages and the sources whose permission ends from today to 30 days on."""
    soon = (today, today + datetime.timedelta(days=DAYS))
    pictures = shown_on_live_pages().filter(expires_on__range=soon).order_by("expires_on", "pk")
    sources = Source.objects.one_of_each().filter(permission_until__range=soon)
    return RunningOut(list(pictures), list(sources.order_by("permission_until", "pk")))


def mail_what_runs_out() -> Outcome:
    """Tell everybody who decides on rights and was not told this week; nobody when nothing runs out."""
    today, outcome = timezone.localdate(), Outcome()
    found = what_runs_out(today)
    for user in recipients() if found else ():
        try:
            outcome.sent += _tell(user, found, today)
        except (OSError, smtplib.SMTPException):
            logger.exception("%s was not told what runs out: check EMAIL_HOST and EMAIL_PORT.", user)
            outcome.failed += 1
    return outcome


def recipients() -> list[Any]:
    """Return the people who decide on rights and have an address for mail."""
    backend = settings.AUTHENTICATION_BACKENDS[0]
    people = get_user_model().objects.with_perm(PERMISSION, backend=backend)
    return list(people.filter(is_active=True).exclude(email="").order_by("pk"))


def _tell(user: Any, found: RunningOut, today: datetime.date) -> bool:
    """Send one mail, unless it was sent this week; what the server does not take counts as not sent."""
    year, week, _day = today.isocalendar()
    with transaction.atomic():
        _mail, is_new = WeeklyMail.objects.get_or_create(user=user, week=f"{year}-W{week:02}")
        if is_new:
            with translation.override(working_language(user)):
                send_mail(_subject(found), _text(user, found), None, [user.email])
    return is_new


def _subject(found: RunningOut) -> str:
    return gettext("Rights run out soon (pictures: %(pictures)s, sources: %(sources)s)") % {
        "pictures": len(found.pictures),
        "sources": len(found.sources),
    }


def _text(user: Any, found: RunningOut) -> str:
    context = {
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
    return render_to_string("provenance/what_runs_out.txt", context)


def _address(name: str, pk: int) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=[pk])}"
