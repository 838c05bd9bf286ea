"""What a segment says, without its mark-up."""

import re
import unicodedata
from html import unescape

TAG = re.compile(r"<[^>]*>")
BREAK = re.compile(r"<br[^>]*>", re.IGNORECASE)
SPACE = re.compile(r"\s+")


def plain(segment: str) -> str:
    """Return the words of a segment, which wagtail-localize keeps as HTML."""
    return SPACE.sub(" ", unescape(TAG.sub("", BREAK.sub(" ", segment)))).strip()


def folded(segment: str) -> str:
    """Return the words as they are compared: full-width forms, case and space make no difference."""
    return SPACE.sub(" ", unicodedata.normalize("NFKC", plain(segment)).casefold()).strip()
