"""All checks of a page at once."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import translation
from wagtail import hooks

from designcity.pages import BasePage
from newsroom.checks import (
    headings,
    headline,
    languages,
    links,
    overriding,
    pictures,
    places,
    rendered,
    source,
    summary,
)
from newsroom.checks.findings import Finding, Severity, weightiest_first

Check = Callable[[Any], Iterator[Finding]]

OF_FIELDS: tuple[Check, ...] = (
    headline.check,
    summary.check,
    pictures.check_alternative_text,
    pictures.check_rights,
    headings.check,
    links.check,
    source.check,
)
"""The checks of what stands in the form: any of them may stop a page from being published."""


def of_fields(page: BasePage) -> list[Finding]:
    """Return what is found in the fields of a page, the weightiest first."""
    found = [finding for check in OF_FIELDS for finding in check(page)]
    return weightiest_first(overriding.let_through(page, found))


def must_be_mended(page: Any) -> list[Finding]:
    """Return what stops a page from being published; nothing does where it is none of the site's own types."""
    if not isinstance(page, BasePage):
        return []
    return [finding for finding in of_fields(page) if finding.severity == Severity.MUST]


def of_translation(page: Any) -> list[Finding]:
    """Return what is found by the hooks `checks_of_translation`; nothing of it stops publishing."""
    return [finding for check in hooks.get_hooks("checks_of_translation") for finding in check(page)]


def of_page(page: BasePage, request: Any, with_rendered: bool = True) -> list[Finding]:
    """Return all that is found in a page; `with_rendered`: also in the page as readers get it."""
    findings = [*of_fields(page), *languages.check(page), *of_translation(page)]
    if with_rendered:
        findings += _of_rendered(page, request)
    return weightiest_first(findings)


def _of_rendered(page: BasePage, request: Any) -> Iterator[Finding]:
    # The request that is made up for the page activates the page's language; the findings are the editor's.
    with translation.override(translation.get_language()):
        response = page.make_preview_request(request, page.default_preview_mode)
    if response.status_code == 200:
        yield from rendered.check(response.content.decode(response.charset), places.blocks(page))
