"""Passages of Elasticsearch's highlighter, given back in the writing of the page."""

import re
from html import unescape

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.text.folding import simplified

_TAG = re.compile(r"</?mark>")


def as_written(fragment: str, written: str) -> SafeString:
    """Return the fragment, HTML that Elasticsearch escaped and marked, with the characters of `written`.

    Folding keeps each character in its place, so the fragment lies in the original where it lies in the folded
    text. Without an original the fragment is what was written.
    """
    if not written:
        return mark_safe(fragment)  # noqa: S308  (the highlighter's encoder is "html")
    parts = [unescape(part) for part in _TAG.split(fragment)]
    start = simplified(written).find("".join(parts))
    if start < 0:
        return mark_safe(fragment)  # noqa: S308
    html, is_marked = [], False
    for part in parts:
        original = escape(written[start : start + len(part)])
        html.append(f"<mark>{original}</mark>" if is_marked else original)
        start, is_marked = start + len(part), not is_marked
    return mark_safe("".join(html))  # noqa: S308  (every part is escaped)
