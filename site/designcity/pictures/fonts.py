"""The fonts in which headlines are drawn: the machine's own, asked of fontconfig, or the file of a setting."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from PIL import ImageFont

SPOKEN = {"zh-hans": "zh-cn", "zh-hant": "zh-tw"}
"""What fontconfig calls a language, where it has another name for it."""
OWN_FORMS = ("ja", "ko", "zh-tw")
"""Languages that write Han characters in forms of their own, which the face of another one lacks."""
NO_LETTER = "\uffff"
"""A sign that no font has: it looks like every other one that a font lacks."""
BOLD = "200"


@dataclass(frozen=True)
class Typeface:
    """One face of a font file."""

    file: str
    index: int = 0

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the face at a size in pixels."""
        return ImageFont.truetype(self.file, size, index=self.index)

    def has(self, text: str) -> bool:
        """Whether the face has every letter of a text; for others it draws a box."""
        font = self.at(20)
        box = bytes(font.getmask(NO_LETTER))
        return all(bytes(font.getmask(sign)) != box for sign in set(text))


class Font:
    """Faces at one size: each sign is set in the first face that has it."""

    def __init__(self, typefaces: Sequence[Typeface], size: int) -> None:
        self._typefaces = typefaces
        self._at_size = [typeface.at(size) for typeface in typefaces]

    def getlength(self, text: str) -> float:
        """Return how wide a text is, in pixels."""
        return sum(font.getlength(words) for words, font in self.runs(text))

    def getmetrics(self) -> tuple[int, int]:
        """Return how far letters reach above and below the line, in pixels."""
        return self._at_size[0].getmetrics()

    def runs(self, text: str) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        """Return the text in pieces, in the order in which it is read, each with what it is set in."""
        pieces: list[tuple[str, int]] = []
        for sign in text:
            face = self._face(sign, pieces[-1][1] if pieces else 0)
            if pieces and pieces[-1][1] == face:
                pieces[-1] = (pieces[-1][0] + sign, face)
            else:
                pieces.append((sign, face))
        return [(words, self._at_size[face]) for words, face in pieces]

    def _face(self, sign: str, before: int) -> int:
        """Return the place of the face for a sign: spaces and marks stay with what stands before them."""
        order = range(len(self._typefaces))
        if not sign.isalnum() and _has(self._typefaces[before], sign):
            return before
        return next((place for place in order if _has(self._typefaces[place], sign)), 0)


@lru_cache(4096)
def _has(typeface: Typeface, sign: str) -> bool:
    return typeface.has(sign)


@lru_cache
def typeface_for(language_code: str) -> Typeface | None:
    """Return a bold face that has the letters of a language; None when the machine has none.

    The face of the site's source language serves the others too where it can: a headline in English names
    people and places in Chinese. Japanese and others have forms of their own.
    """
    if settings.SHARE_FONT:
        return Typeface(settings.SHARE_FONT)
    wanted = _spoken(language_code)
    patterns = [_spoken(settings.LANGUAGE_CODE), wanted]
    for pattern in dict.fromkeys(reversed(patterns) if wanted in OWN_FORMS else patterns):
        languages, file, index = _match(pattern)
        if wanted in languages:
            return Typeface(file, index)
    return None


def _spoken(language_code: str) -> str:
    return SPOKEN.get(language_code, language_code.partition("-")[0])


def _match(language: str) -> tuple[set[str], str, int]:
    """Ask fontconfig, which always names some font: the languages tell whether it is the right one."""
    program = shutil.which("fc-match")
    if program is None:
        return set(), "", 0
    command = [program, "-f", "%{lang}\n%{file}\n%{index}", f"sans:lang={language}:weight={BOLD}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or done.stdout.count("\n") != 2:
        return set(), "", 0
    languages, file, index = done.stdout.split("\n")
    return set(languages.split("|")), file, int(index)
