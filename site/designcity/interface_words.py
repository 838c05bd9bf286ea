"""The interface's words in a language whose catalogue lacks some: English, never the source language's.

Django takes what a catalogue lacks from that of `LANGUAGE_CODE`: a Japanese page of a Chinese site would speak
half Chinese. What the source language of a site is has nothing to do with what its readers understand.
"""

from typing import Any

from django.conf import settings
from django.utils.translation.trans_real import DjangoTranslation, translation

COMMON = "en"


def connect() -> None:
    """Let every language but the source's fall back to English."""
    DjangoTranslation._add_fallback = _fall_back_to_english  # type: ignore[method-assign]  # Django has no setting


def _fall_back_to_english(self: DjangoTranslation, localedirs: Any = None) -> None:
    language = str(self.language())
    if language == settings.LANGUAGE_CODE or language.startswith(COMMON):
        return
    if self.domain == "django":
        self.add_fallback(translation(COMMON))
    else:
        self.add_fallback(DjangoTranslation(COMMON, domain=self.domain, localedirs=localedirs))
