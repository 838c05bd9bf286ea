"""Sends the mails about requests; what fails is tried again by the schedule, so that none is lost."""

import datetime
import logging

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from removals.requests.mails import RequestMail

logger = logging.getLogger(__name__)
PAUSE = datetime.timedelta(minutes=2)
"""For so long a mail is left to its task before the schedule takes it up."""


@task()
def send(mail_id: int) -> bool:
    """Send one mail unless it was sent already; return whether it is sent."""
    with transaction.atomic():
        mail = RequestMail.objects.unsent().select_for_update(skip_locked=True, of=["self"])
        found = mail.select_related("request", "officer", "message").filter(pk=mail_id).first()
        return found is not None and _send(found)


def send_waiting() -> int:
    """Try the mails that are still to be sent; return how many went out."""
    waiting = RequestMail.objects.unsent().filter(written_at__lt=timezone.now() - PAUSE)
    return sum(send.call(pk) for pk in list(waiting.values_list("pk", flat=True)))


def _send(mail: RequestMail) -> bool:
    if not mail.address:
        mail.delete()
        return False
    subject, text = mail.composed()
    try:
        EmailMessage(subject, text, to=[mail.address], headers={"Auto-Submitted": "auto-generated"}).send()
    except OSError:
        # The address stays out of the log: it is somebody's.
        logger.exception("Mail %s of request %s was kept but not sent.", mail.pk, mail.request)
        RequestMail.objects.filter(pk=mail.pk).update(attempts=F("attempts") + 1)
        return False
    RequestMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now())
    return True
