"""In which script a passage is written, and whether that is the script of its language."""

import unicodedata
from collections import Counter
from functools import cache

SCRIPTS = {
    "am": {"ETHIOPIC"}, "ar": {"ARABIC"}, "bg": {"CYRILLIC"}, "bn": {"BENGALI"}, "ckb": {"ARABIC"},
    "el": {"GREEK"}, "fa": {"ARABIC"}, "he": {"HEBREW"}, "hi": {"DEVANAGARI"}, "hy": {"ARMENIAN"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}, "ka": {"GEORGIAN"}, "kk": {"CYRILLIC"},
    "km": {"KHMER"}, "ko": {"HANGUL", "CJK"}, "ky": {"CYRILLIC"}, "mk": {"CYRILLIC"}, "mn": {"CYRILLIC"},
    "my": {"MYANMAR"}, "ru": {"CYRILLIC"}, "sr": {"CYRILLIC", "LATIN"}, "th": {"THAI"}, "ug": {"ARABIC"},
    "uk": {"CYRILLIC"}, "ur": {"ARABIC"}, "zh": {"CJK"},
}  # fmt: skip
"""The scripts of languages that are not written in Latin letters."""
SAYING_MORE = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL"}
MORE = 6
"""A character of these says about as much as so many letters."""
LONG_ENOUGH = 76
"""So much in another script is a passage, and no name."""
FEW = 0.16
"""Of the own script there is as much in names that a passage in another one mentions."""


def reads_as_another(words: str, language: str) -> bool:
    """Whether a long enough passage is in another script than that of its language."""
    own = SCRIPTS.get(language.casefold().partition("-")[0], {"LATIN"})
    counted: Counter[bool] = Counter()
    for char in words:
        if script := _script(char):
            counted[script in own] += MORE if script in SAYING_MORE else 1
    return counted[False] > LONG_ENOUGH and counted[True] < counted[False] * FEW


@cache
def _script(char: str) -> str:
    """Return the script of a letter, as the first word of its name tells it; nothing for what is no letter."""
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""
