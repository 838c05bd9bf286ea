"""How Han text is read: pypinyin's dictionary, corrected by the site's own phrases, which editors keep."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from pypinyin import Style, lazy_pinyin
from pypinyin.seg import mmseg
from wagtail.admin.panels import FieldPanel, Panel

Phrases = Mapping[str, list[str]]

# Readings that the dictionary of pypinyin lacks or gets wrong.
PHRASES: Phrases = {
    "设计之都": ["she", "ji", "zhi", "du"],
    "之都": ["zhi", "du"],
}
_UNIT = re.compile(r"[A-Za-z]+|[0-9]+|[\x00-\x7f]|[^\x00-\x7f]+", re.DOTALL)


class PinyinPhrase(models.Model):
    """A phrase whose reading editors have set right: page addresses and the search follow it."""

    phrase = models.CharField(
        _("phrase"), max_length=40, unique=True, help_text=_("Chinese characters, such as 设计之都.")
    )
    reading = models.CharField(
        _("reading"),
        max_length=255,
        help_text=_("Pinyin without tones, one syllable for each character: she ji zhi du."),
    )

    panels: ClassVar[list[Panel]] = [FieldPanel("phrase"), FieldPanel("reading")]

    class Meta:
        verbose_name = _("pinyin phrase")
        verbose_name_plural = _("pinyin phrases")
        ordering = ["phrase"]

    def __str__(self) -> str:
        return f"{self.phrase} {self.reading}"

    def clean(self) -> None:
        """Require Han characters and one syllable for each of them."""
        if not re.fullmatch(r"[\u3400-\u9fff\U00020000-\U0003ffff]+", self.phrase):
            raise ValidationError({"phrase": _("Write Chinese characters only, without spaces or signs.")})
        syllables = self.reading.lower().split()
        if not all(re.fullmatch(r"[a-z]+", syllable) for syllable in syllables):
            raise ValidationError(
                {"reading": _("Write pinyin in plain letters, without tones: she ji zhi du.")}
            )
        if len(syllables) != len(self.phrase):
            raise ValidationError(
                {
                    "reading": _(
                        "The phrase has %(characters)s characters, the reading %(syllables)s syllables: "
                        "write one syllable for each character, with spaces between them."
                    )
                    % {"characters": len(self.phrase), "syllables": len(syllables)}
                }
            )
        self.reading = " ".join(syllables)


def phrases() -> Phrases:
    """Return the site's own phrases, the editors' among them, with a syllable for each character; one query."""
    kept = PinyinPhrase.objects.values_list("phrase", "reading")
    return {**PHRASES, **{phrase: reading.split() for phrase, reading in kept}}


def units(text: str, known: Phrases | None = None) -> list[tuple[str, str]]:
    """Return the parts of `text` in order with their readings: a Han character with its syllable (without
    tones), a run of Latin letters or of digits with itself, any other character with an empty reading."""
    known = PHRASES if known is None else known
    found: list[tuple[str, str]] = []
    for part in _split(text, known):
        if part in known:
            found += zip(part, known[part], strict=True)
        else:
            found += _read(part)
    return found


def _read(text: str) -> Iterable[tuple[str, str]]:
    for unit in _UNIT.findall(text):
        if unit.isascii():
            yield unit, unit.lower() if unit.isalnum() else ""
        else:
            for word in mmseg.seg.cut(unit):
                yield from zip(word, _syllables(word), strict=True)


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> tuple[str, ...]:
    """Return a reading for each character of a word of pypinyin's dictionary; empty where it has none."""
    # pypinyin leaves what it cannot read whole: this takes it apart, one reading for each character.
    apart: Any = list
    readings = lazy_pinyin([word], style=Style.NORMAL, errors=apart)
    return tuple(reading if reading.isascii() else "" for reading in readings)


def _split(text: str, known: Phrases) -> list[str]:
    """Cut out the known phrases, the longest first."""
    present = sorted((phrase for phrase in known if phrase in text), key=len, reverse=True)
    if not present:
        return [text] if text else []
    pattern = "|".join(map(re.escape, present))
    return [part for part in re.split(f"({pattern})", text) if part]
