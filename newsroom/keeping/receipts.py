"""Which forms have arrived: the browser then forgets what it kept of them."""

from typing import Any

from django.http import HttpRequest

from newsroom.keeping import keys

SESSION = "newsroom_keeping"
REMEMBERED = 40
"""Forms; a browser asks at the next page it shows."""


def note(request: HttpRequest, *details: Any) -> None:
    """Remember that the words of this form are in the database; an autosave is answered without it."""
    key = keys.sent(request)
    if key and key not in of(request) and request.accepts("text/html"):
        request.session[SESSION] = [*of(request), key][-REMEMBERED:]


def of(request: HttpRequest) -> list[str]:
    """Return the keys of the forms that arrived in this session, the latest last."""
    return request.session.get(SESSION, [])
