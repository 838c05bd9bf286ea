"""The words of a file as the search wants them: no traces of how they were laid out."""

import re
import unicodedata

from search.text.typed import HAN

_PUNCTUATION = "，。、；：？！（）《》〈〉「」『』【】“”‘’…—"
_WIDE = f"[{HAN}{_PUNCTUATION}]"
_ENDS_WIDE = re.compile(rf"{_WIDE}$")
_STARTS_WIDE = re.compile(rf"^{_WIDE}")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_A-Z])")
_SPREAD = re.compile(rf"(?<![{HAN}])[{HAN}](?:[ \u3000]{{1,4}}[{HAN}])+(?![{HAN}])")
# Where a hyphen ended a line, PDFium leaves this in place of both.
_HYPHEN_OF_PDFIUM = "\ufffe"


def unwrapped(page: str) -> str:
    """Return the text of a page whose every line ends as the paper does: broken words and Han text are joined.

    A line of Han text goes on in the next one unless it is much shorter: a heading, or the end of a paragraph.
    """
    text = page.replace("\r\n", "\n").replace(_HYPHEN_OF_PDFIUM, "")
    lines = [line.strip() for line in _HYPHENATED.sub("", text).split("\n")]
    joined: list[str] = []
    for at, line in enumerate(lines):
        goes_on = bool(joined) and _goes_on(lines[at - 1], line)
        joined.append(line if goes_on or not joined else "\n" + line)
    return "".join(joined)


def tidied(text: str) -> str:
    """Return the text without characters that nobody sees, and with single spaces and line ends."""
    visible = "".join(map(_shown, unicodedata.normalize("NFC", text)))
    lines = (" ".join(_SPREAD.sub(_closed, line).split()) for line in visible.split("\n"))
    return "\n".join(line for line in lines if line)


def _goes_on(line: str, following: str) -> bool:
    both_wide = _ENDS_WIDE.search(line) and _STARTS_WIDE.search(following)
    return bool(both_wide) and len(line) * 4 >= len(following) * 3


def _closed(found: re.Match[str]) -> str:
    """Return the characters of a heading that is spread over its line, 通 知, as the word they are."""
    return "".join(found.group().split())


def _shown(char: str) -> str:
    """Return what a reader sees of a character: a space for a control character, nothing for a joiner."""
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category[0] == "C" or category in {"Zl", "Zp"} else char
