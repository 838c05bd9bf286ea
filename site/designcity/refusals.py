"""Who may not do something in the editors' interface is told so in the language of that interface.

Wagtail says it in the language of the browser.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from wagtail.admin import auth

from designcity.working_language import working_language


def connect() -> None:
    """Let Wagtail refuse in these words."""
    auth.permission_denied = _in_words_of_the_user(auth.permission_denied)


def _in_words_of_the_user(
    refuse: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def refused(request: HttpRequest) -> HttpResponse:
        with translation.override(working_language(request.user)):
            return refuse(request)

    return refused
