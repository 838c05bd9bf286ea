"""Whether a translation follows the glossary."""

from collections.abc import Iterator

from wagtail.models import Page
from wagtail_localize.models import Translation

from newsroom.checks.findings import Finding, Severity
from translating.glossary.following import breaches_of


def check(page: Page) -> Iterator[Finding]:
    """Say which terms of the original are translated otherwise than agreed, each once."""
    if page._state.adding:
        return
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return
    for breach in breaches_of(translation):
        yield Finding(Severity.SHOULD, breach.sentence())
