"""Findings as the editors' interface shows them: in a list with links, and as data for the side panel."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.checks.findings import Finding, Severity


def grouped(findings: list[Finding], page_id: int) -> list[dict[str, Any]]:
    """Return the findings by severity, each with a link into the editors' form of the page."""
    form = form_of(page_id)
    groups = []
    for severity in Severity:
        entries = [_entry(finding, form) for finding in findings if finding.severity == severity]
        if entries:
            groups.append({"severity": severity.value, "label": severity.label, "entries": entries})
    return groups


def as_data(findings: list[Finding], is_current: bool = True) -> dict[str, Any]:
    """Return the findings for the side panel, with links that stay on the page; `count`: what asks for work."""
    work = [finding for finding in findings if finding.severity != Severity.GOOD]
    return {
        "findings": [
            {**_entry(finding, ""), "severity": finding.severity.value, "label": finding.severity.label}
            for finding in findings
        ],
        "count": len(work),
        "state": ""
        if is_current
        else _("Some fields hold mistakes: save to see them. These are the checks before."),
    }


def form_of(page_id: int) -> str:
    """Return the address of the editors' form of a page."""
    return reverse("wagtailadmin_pages:edit", args=[page_id])


def address_of(finding: Finding, form: str) -> str:
    """Return where a finding is mended, in a form or elsewhere; empty where it is the page as a whole."""
    anchor = finding.place.anchor
    return finding.address or (f"{form}{anchor}" if anchor else "")


def _entry(finding: Finding, form: str) -> dict[str, str]:
    return {
        "sentence": str(finding.sentence),
        "place": finding.place.label or _("Open"),
        "href": address_of(finding, form),
    }
