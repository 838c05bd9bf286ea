"""Mail servers that take nothing: `settings.EMAIL_BACKEND = AWAY`."""

import smtplib
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend

AWAY = "tests.designcity.mails.broken.Away"
REFUSES = "tests.designcity.mails.broken.Refuses"
WORKS = "django.core.mail.backends.locmem.EmailBackend"


class Away(BaseEmailBackend):
    """Fails as a connection to a server does that is away."""

    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError(111, "nobody listens")


class Refuses(BaseEmailBackend):
    """Fails as a server does that does not know the recipient, whom it names."""

    def send_messages(self, email_messages: Any) -> int:
        address = email_messages[0].to[0]
        raise smtplib.SMTPRecipientsRefused({address: (550, f"no {address} here".encode())})
