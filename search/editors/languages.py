"""The languages of the site as the search desk offers them."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _


def languages() -> list[tuple[str, Any]]:
    """Return the code and the name of each language, the source language first."""
    return list(settings.LANGUAGES)


def languages_and_every() -> list[tuple[str, Any]]:
    """Return the languages after the choice of all of them."""
    return [("", _("Every language")), *languages()]


def name_of(code: str) -> Any:
    """Return the name of a language; a code that the site no longer has stands for itself."""
    return dict(languages_and_every()).get(code, code)
