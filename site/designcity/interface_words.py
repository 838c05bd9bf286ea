"""The interface's words in a language whose catalogue lacks some: English, never the source language's.

Django takes what a catalogue lacks from that of `LANGUAGE_CODE`: a Japanese page of a Chinese site would speak
half Chinese. What the source language of a site is has nothing to do with what its readers understand.
"""

from gettext import NullTranslations
from typing import Any

from django.conf import settings
from django.utils.translation.trans_real import DjangoTranslation, translation

from designcity.languages import direction

COMMON = "en"
LEFT_TO_RIGHT, END = "\u2066", "\u2069"
"""Signs without width around words from left to right: their full stop stays at their end in an Arabic page."""


def connect() -> None:
    """Let every language but the source's fall back to English."""
    # Django has no setting for it.
    DjangoTranslation._add_fallback = _fall_back_to_english  # type: ignore[attr-defined]


def _fall_back_to_english(self: DjangoTranslation, localedirs: Any = None) -> None:
    language = str(self.language())
    if language == settings.LANGUAGE_CODE or language.startswith(COMMON):
        return
    if self.domain == "django":
        common = translation(COMMON)
    else:
        common = DjangoTranslation(COMMON, domain=self.domain, localedirs=localedirs)
    self.add_fallback(_Isolated(common) if direction(language) == "rtl" else common)


class _Isolated(NullTranslations):
    """Words from left to right for a page from right to left."""

    def __init__(self, words: DjangoTranslation) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        return f"{LEFT_TO_RIGHT}{self._words.gettext(message)}{END}" if message else message

    def ngettext(self, one: str, many: str, number: int) -> str:
        return f"{LEFT_TO_RIGHT}{self._words.ngettext(one, many, number)}{END}"
