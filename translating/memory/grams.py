"""Grams: the short pieces by which a segment is found that is similar to another."""

import re

from translating.plain import folded

SIZE = 3
MOST_ASKED = 12
HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
WORD = re.compile(r"[^\W\d_\u2e80-\u9fff]{4,}")


def grams(segment: str) -> list[str]:
    """Return the grams of a segment in their order, each once: three characters of Han text, or a long word."""
    text = folded(segment)
    pieces = [
        (match.start() + place, match.group()[place : place + SIZE])
        for match in HAN.finditer(text)
        for place in range(max(1, len(match.group()) - SIZE + 1))
    ]
    pieces += [(match.start(), match.group()) for match in WORD.finditer(text)]
    return list(dict.fromkeys(piece for _place, piece in sorted(pieces)))


def asked(segment: str) -> list[str]:
    """Return at most twelve grams, evenly spread: whatever shares none of them differs too much."""
    found = grams(segment)
    step = max(1, len(found) / MOST_ASKED)
    return [found[int(place * step)] for place in range(min(MOST_ASKED, len(found)))]
