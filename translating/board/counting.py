"""How much there is to translate: characters of Han text, and words of other writing, each as one."""

import re

from translating.plain import plain

PIECE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")


def amount(segment: str) -> int:
    """Return how many characters or words a segment has, as an office program counts them."""
    return len(PIECE.findall(plain(segment)))
