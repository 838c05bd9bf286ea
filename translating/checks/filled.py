"""Whether somebody has looked at what the translation memory filled in."""

from collections.abc import Iterator

from django.utils.translation import ngettext
from wagtail.models import Page

from newsroom.checks.findings import Finding, Severity
from newsroom.checks.translations import translation_of
from translating.filling.marks import marked


def check(page: Page) -> Iterator[Finding]:
    """Say how many segments of a translation nobody has looked at."""
    translation = translation_of(page)
    count = marked(translation).count() if translation else 0
    if count:
        sentence = ngettext(
            "%(count)s segment was filled in from the translation memory, and nobody has confirmed it yet.",
            "%(count)s segments were filled in from the translation memory, and nobody has confirmed them yet.",
            count,
        )
        yield Finding(Severity.SHOULD, sentence % {"count": count})
