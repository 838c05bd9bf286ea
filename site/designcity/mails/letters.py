"""Letters: what a mail says, in the language of whoever reads it, and whether the mail server took it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

logger = logging.getLogger(__name__)
BY_A_PROGRAM = {"Auto-Submitted": "auto-generated"}
"""Keeps answering machines from answering."""


@dataclass(frozen=True)
class Letter:
    """A subject of one line, a text, and the sender where that is not the site."""

    subject: str
    text: str
    sender: str = ""

    def send(self, to: Sequence[str], about: str) -> bool:
        """Send it and return whether the mail server took it; `about` says in the log which mail it was."""
        message = EmailMessage(self.subject, self.text, self.sender or None, to, headers=BY_A_PROGRAM)
        try:
            message.send()
        except (OSError, ValueError) as error:
            logger.error("%s was not sent (%s): check EMAIL_HOST and EMAIL_PORT.", about, _reason(error))
            return False
        return True


def composed(name: str, language: str, facts: Callable[[], Mapping[str, Any]]) -> Letter:
    """Return the letter of `NAME.subject.txt` and `NAME.txt`; its facts are asked for in the language too."""
    with translation.override(language):
        context = {"site_url": settings.SITE_URL, **facts()}
        subject = render_to_string(f"{name}.subject.txt", context)
        text = render_to_string(f"{name}.txt", context)
    return Letter(" ".join(subject.split()), f"{text.strip()}\n")


def _reason(error: Exception) -> str:
    """Return what went wrong without the server's words, which may name the recipient."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None) or ""
    return f"{type(error).__name__} {code}".strip()
