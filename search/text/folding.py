"""The one folding of texts for the search, at index time and at query time alike.

Traditional characters become simplified ones by OpenCC's table, character by character: what a character
becomes must not hang on its neighbours, or a query would miss the text it is a part of. Each character stays
in its place, so that marks found in folded text fit the text as it is shown.
"""

import unicodedata
from collections.abc import Callable

from opencc import OpenCC

_to_simplified = OpenCC("t2s").convert
_APOSTROPHES = "\u2018\u2019\u02bc\uff07"


class _Table(dict[int, str]):
    """What each character becomes, by its code point; worked out when a character is met for the first time."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, code: int) -> str:
        self[code] = changed = self._change(chr(code))
        return changed


def simplified(text: str) -> str:
    """Return `text` with traditional characters made simplified; as long as it was."""
    return text.translate(_SIMPLIFIED)


def folded(text: str) -> str:
    """Return `text` without case, accents, width and script variant; as long as it was."""
    return text.translate(_FOLDED)


def squeezed(text: str) -> str:
    """Return the letters and digits of `text`, folded, and nothing between them."""
    plain = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return "".join(filter(str.isalnum, plain))


def _simplify(char: str) -> str:
    after = _to_simplified(char)
    return after if len(after) == 1 else char


def _fold(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    return _simplify(base if len(base) == 1 else char)


_SIMPLIFIED = _Table(_simplify)
_FOLDED = _Table(_fold)
