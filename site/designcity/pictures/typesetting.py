"""Setting a headline in lines, as readers of Chinese and of English expect it."""

import re

from designcity.pictures.fonts import Font

NEVER_FIRST = "、。，．：；？！）］｝〕〉》」』】”’…—·～,.:;?!)]}%"
"""No line begins with one of these, by the rules of Chinese typesetting (GB/T 15834)."""
MODIFIERS = "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
"""Nor with these, by those of Japanese: they lengthen or change what stands before them."""
STICKING = NEVER_FIRST + MODIFIERS
NEVER_LAST = "（［｛〔〈《「『【“‘([{"
"""No line ends with one of these."""
HAN = r"\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
UNITS = re.compile(rf"\s+|[{HAN}]|[^\s{HAN}]+")


def units(text: str) -> list[str]:
    """Return the pieces between which a line may break: Han characters with their punctuation, whole words."""
    pieces: list[str] = []
    for unit in UNITS.findall(text.strip()):
        sticks = bool(pieces) and (unit in STICKING or pieces[-1][-1] in NEVER_LAST) and not unit.isspace()
        if sticks:
            pieces[-1] += unit
        else:
            pieces.append(" " if unit.isspace() else unit)
    return pieces


def set_in_lines(text: str, font: Font, width: int) -> list[str]:
    """Return the lines of `text`, none wider than `width` pixels unless one word alone is."""
    lines, line = [], ""
    for piece in units(text):
        if line and font.getlength((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def balanced(text: str, font: Font, width: int) -> list[str]:
    """Return as many lines as `width` needs, all about as long: no single character on the last."""
    lines = set_in_lines(text, font, width)
    low, high = width // 2, width
    while high - low > 8:
        middle = (low + high) // 2
        fits = all(font.getlength(line) <= middle for line in set_in_lines(text, font, middle))
        if fits and len(set_in_lines(text, font, middle)) <= len(lines):
            high = middle
        else:
            low = middle
    return set_in_lines(text, font, high)


def shortened(lines: list[str], most: int, font: Font, width: int) -> list[str]:
    """Return the first `most` lines, the last with an ellipsis when there are more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and font.getlength(last + "…") > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(NEVER_FIRST + NEVER_LAST + " ") + "…"]
