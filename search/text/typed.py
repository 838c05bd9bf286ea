"""What a reader typed, cleaned: no control characters, one space between words, a bounded length."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 120
# Characters of scripts that put no spaces between words: Han, Kana, Hangul.
HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{HAN}]+")
# Signs above, below and beside letters belong to the word: without them no word of Hindi or Thai is whole.
MARKS = "".join(chr(code) for code in range(0x300, 0x1200) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
_LEFT_OUT = dict.fromkeys([*range(0x64B, 0x660), 0x670, 0x640])


@dataclass(frozen=True)
class Typed:
    """A cleaned query, and whether it had to be cut."""

    text: str
    was_cut: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing was left that could be searched for."""
        return not self.text


def cleaned(raw: str) -> Typed:
    """Return what can be searched for in `raw`, at most 120 characters of it."""
    folded = unicodedata.normalize("NFKC", raw[: LONGEST * 8])
    visible = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in folded)
    text = " ".join(visible.split())
    return Typed(text[:LONGEST].strip(), was_cut=len(text) > LONGEST or len(raw) > LONGEST * 8)


def unmarked(text: str) -> str:
    """Return `text` without the signs of Arabic that most writers leave out: vowels and lengthened lines."""
    return text.translate(_LEFT_OUT)


def is_han(char: str) -> bool:
    """Whether a character belongs to a script that puts no spaces between words."""
    return _HAN_RUN.match(char) is not None


def runs(text: str) -> list[tuple[str, bool]]:
    """Split text into runs: (run, whether it is Han or another script without spaces)."""
    found: list[tuple[str, bool]] = []
    for part in text.split():
        last = 0
        for match in _HAN_RUN.finditer(part):
            found += [(part[last : match.start()], False), (match.group(), True)]
            last = match.end()
        found.append((part[last:], False))
    return [one for one in found if one[0]]
