"""A mail server that does not answer."""

from typing import Any

from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """Refuses every mail as a server does that is away."""

    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError("nobody listens")
