"""The state of the page's versions in the other languages."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from designcity.pages import BasePage
from newsroom.checks.findings import Finding, Severity


def check(page: BasePage) -> Iterator[Finding]:
    """Say which versions are missing, drafts, or no longer what the original says."""
    if page._state.adding:
        return
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    versions = {version.locale_id: version for version in others}
    steps = {step.target_locale_id: step for step in _steps(page)}
    for locale in Locale.objects.exclude(pk=page.locale_id):
        version = versions.get(locale.pk)
        if version is None or version.alias_of_id:
            yield _said(
                Severity.GOOD,
                _("There is no version in %(language)s yet: have the page translated."),
                locale,
                version,
            )
        else:
            yield from _behind(page, version, locale, steps)
            if locale.pk not in steps:
                yield from _stays(page, version, locale)


def _stays(page: BasePage, version: Page, locale: Locale) -> Iterator[Finding]:
    """Say when readers keep a version written by hand longer, or less long; translations follow."""
    if page.expire_at is None or not version.live or version.expire_at == page.expire_at:
        return
    if version.expire_at is None:
        sentence = _(
            "The version in %(language)s stays online when this one runs out on %(moment)s: take it down then."
        )
    else:
        sentence = _("The version in %(language)s runs out at another time than this one: on %(moment)s.")
    moment = date_format(localtime(version.expire_at or page.expire_at), "SHORT_DATETIME_FORMAT")
    yield _said(Severity.GOOD, sentence, locale, version, moment=moment)


def _behind(page: BasePage, version: Page, locale: Locale, steps: dict[int, Translation]) -> Iterator[Finding]:
    if not version.live:
        yield _said(
            Severity.GOOD,
            _("The version in %(language)s is a draft: publish it when it is ready."),
            locale,
            version,
        )
    from_here, to_here = steps.get(locale.pk), steps.get(page.locale_id)
    if from_here is not None and _is_behind(from_here, page):
        yield _said(
            Severity.SHOULD,
            _("The version in %(language)s is out of date: have the changes translated."),
            locale,
            version,
        )
    if to_here is not None and to_here.source.locale_id == locale.pk and _is_behind(to_here, version):
        yield _said(
            Severity.SHOULD,
            _("This version is out of date: it does not say all that the one in %(language)s says."),
            locale,
            version,
        )


def _is_behind(step: Translation, original: Page) -> bool:
    """Whether the original was published after it was last sent to be translated, or passages wait still."""
    published = original.last_published_at
    if published is not None and published > step.source.last_updated_at:
        return True
    wanted, done = step.get_progress()
    return bool(done < wanted)


def _steps(page: BasePage) -> Any:
    """Return the translations of the page in progress or done, from and to its language; one query."""
    return Translation.objects.filter(
        source__object__translation_key=page.translation_key, enabled=True
    ).select_related("source")


def _said(severity: Severity, sentence: str, locale: Locale, version: Page | None, **facts: str) -> Finding:
    address = reverse("wagtailadmin_pages:edit", args=[version.pk]) if version is not None else ""
    return Finding(severity, sentence % {"language": locale.get_display_name(), **facts}, address=address)
