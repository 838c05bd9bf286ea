"""Whether a translation follows the glossary."""

from collections.abc import Iterator

from wagtail.models import Page

from newsroom.checks.findings import Finding, Severity
from newsroom.checks.translations import translation_of
from translating.glossary.following import breaches_of


def check(page: Page) -> Iterator[Finding]:
    """Say which terms of the original are translated otherwise than agreed, each once."""
    translation = translation_of(page)
    if translation is None:
        return
    for breach in breaches_of(translation):
        yield Finding(Severity.SHOULD, breach.sentence())
