"""The one folding of texts for the search, at index time and at query time alike.

Traditional characters become simplified ones by OpenCC's table, character by character: what a character
becomes must not hang on its neighbours, or a query would miss the text it is a part of. Each character stays
in its place, so that marks found in folded text fit the text as it is shown. Japanese and Korean have
characters of their own, which are left as they are: 谷 and 穀 are one in simplified Chinese, two words there.
"""

import unicodedata
from collections.abc import Callable
from typing import Any

from opencc import OpenCC

from search.text.typed import is_han

_to_simplified = OpenCC("t2s").convert
_APOSTROPHES = "\u2018\u2019\u02bc\uff07"
_SAME = {"\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647"}
"""Arabic letters that are written for each other: forms of yeh and kaf, and teh marbuta for heh."""
_OWN_CHARACTERS = {"ja", "ko"}


class _Table(dict[int, str]):
    """What each character becomes, by its code point; worked out when a character is met for the first time."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, code: int) -> str:
        self[code] = changed = self._change(chr(code))
        return changed


def has_own_characters(language: str) -> bool:
    """Whether a language has Han characters that are neither traditional nor simplified, nor read in pinyin."""
    return language.partition("-")[0] in _OWN_CHARACTERS


def simplified(text: str, language: str = "") -> str:
    """Return `text` with traditional characters made simplified; as long as it was."""
    return text if has_own_characters(language) else text.translate(_SIMPLIFIED)


def folded(text: str, language: str = "") -> str:
    """Return `text` without case, accents, width and script variant; as long as it was."""
    return text.translate(_UNIFIED if has_own_characters(language) else _FOLDED)


def squeezed(text: str, language: str = "") -> str:
    """Return the letters and digits of `text`, folded, and nothing between them."""
    plain = folded(unicodedata.normalize("NFKC", text), language)
    return "".join(filter(str.isalnum, plain))


def _simplify(char: str) -> str:
    after = _to_simplified(char)
    return after if len(after) == 1 else char


def _unify(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char.isdigit() and not char.isascii():
        return str(unicodedata.digit(char, char))
    # が and 한 fall apart by the form that takes accents off: they are letters of their own.
    form: Any = "NFKC" if is_han(char) else "NFKD"
    base = unicodedata.normalize(form, char)[:1].lower()
    return _SAME.get(base, base) if len(base) == 1 else char


def _fold(char: str) -> str:
    return _simplify(_unify(char))


_SIMPLIFIED = _Table(_simplify)
_UNIFIED = _Table(_unify)
_FOLDED = _Table(_fold)
