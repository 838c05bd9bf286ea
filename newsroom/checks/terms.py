"""Whether a translation follows the glossary."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
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
        if breach.wrong:
            sentence = _("“%(wrong)s” must not stand for “%(term)s”: the glossary says “%(approved)s”.")
        else:
            sentence = _("“%(term)s” is not translated as the glossary says: “%(approved)s”.")
        facts = {"term": breach.term, "approved": breach.approved, "wrong": breach.wrong}
        yield Finding(Severity.SHOULD, sentence % facts)
