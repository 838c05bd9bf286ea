"""What was found about rights, and what somebody who may decided to let through."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from designcity.pages import BasePage
from designcity.reason_panel import REASON
from newsroom.checks.findings import Finding, Severity
from provenance.overrides.models import Override, may_decide

VIEW = "newsroom_decide_on_rights"


def let_through(page: BasePage, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, with what was decided about those that a person let through before."""
    findings = list(findings)
    if not page.pk or not any(_stops(finding) for finding in findings):
        return findings
    oldest_first = reversed(Override.objects.of_page(page))
    decided = {right: override for override in oldest_first for right in override.rights}
    return [_as_decided(finding, decided.get(finding.right)) for finding in findings]


def not_decided(findings: list[Finding], form: Any) -> list[Finding]:
    """Return what stops a form from being published; a reason typed by somebody who may lets rights through."""
    rights = [finding for finding in findings if finding.right]
    if not rights or not may_decide(form.for_user):
        return findings
    form.to_decide = rights
    return [finding for finding in findings if not finding.right] if reason_in(form.data) else findings


def reason_in(data: Any) -> str:
    """Return the reason that was typed; empty without one."""
    return str(data.get(REASON, "")).strip()


def address(page: Any) -> str:
    """Return where somebody who may decides on a page."""
    return reverse(VIEW, args=[page.pk])


def _stops(finding: Finding) -> bool:
    return bool(finding.right) and finding.severity == Severity.MUST


def _as_decided(finding: Finding, override: Override | None) -> Finding:
    if override is None or not _stops(finding):
        return finding
    said = _("%(finding)s Allowed by %(name)s: %(reason)s") % {
        "finding": finding.sentence,
        "name": override.user_name,
        "reason": override.reason,
    }
    return replace(finding, severity=Severity.SHOULD, sentence=said)
