"""How much room words take: a Han character is as wide as two Latin ones."""

import unicodedata


def width(text: str) -> int:
    """Return the width of a text in Latin characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
