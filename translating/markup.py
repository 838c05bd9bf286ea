"""Whether a translation keeps what its original has besides words: mark-up, links, placeholders, addresses."""

import re
from collections import Counter

from bs4 import BeautifulSoup
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.strings import StringValue, validate_translation_links

from translating.plain import plain

KEPT = re.compile(
    r"%\(\w+\)[a-z]|%[sd]\b|\{\{?\s*[\w.]*\s*\}\}?"  # placeholders of programs
    r"|https?://[\w./?&=#%~+:-]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",  # addresses
    re.ASCII,
)
LONGEST = 10
"""How many times as long as its original a translation may be; Chinese is short, so this is generous."""


class Misfit(models.TextChoices):
    """Why a text cannot stand for a segment."""

    MISSING = "missing", _("The service left it out.")
    EMPTY = "empty", _("It is empty.")
    BROKEN = "broken", _("Its mark-up is broken.")
    TAGS = "tags", _("Links or other mark-up of the original are missing, or there are more of them.")
    KEPT = "kept", _("A placeholder or an address of the original is missing, or was changed.")
    LENGTH = "length", _("It is far longer than the original.")


def misfit(source: str, target: str) -> Misfit | None:
    """Return why `target` cannot stand for `source`, both as wagtail-localize keeps them; None when it can."""
    if not plain(target):
        return Misfit.EMPTY
    if not is_whole(source, target):
        return Misfit.BROKEN
    if tags(source) != tags(target):
        return Misfit.TAGS
    if Counter(KEPT.findall(plain(source))) != Counter(KEPT.findall(plain(target))):
        return Misfit.KEPT
    if len(target) > LONGEST * len(source) + 200:
        return Misfit.LENGTH
    return None


def is_whole(source: str, target: str) -> bool:
    """Whether wagtail-localize can use a translation: inline mark-up only, and no link the original lacks."""
    try:
        StringValue.from_translated_html(target)
        validate_translation_links(source, target)
    except ValueError:
        return False
    return True


def tags(segment: str) -> Counter[tuple[str, str]]:
    """Return how often each kind of mark-up stands in a segment; links count each by their number."""
    found = BeautifulSoup(segment, "html.parser").find_all(True)
    return Counter((tag.name, str(tag.get("id", ""))) for tag in found)


def normal(segment: str) -> str:
    """Return a segment as wagtail-localize writes it: `&` and `<` of the text as entities."""
    return str(StringValue.from_translated_html(segment).data)
