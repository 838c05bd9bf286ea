"""What became of a file, in a form that a page shows and the database keeps."""

from typing import Any

from wagtail_localize.models import get_edit_url

from translating.files.judging import Judged, JudgedSheet, Verdict
from translating.plain import plain

SHOWN = (Verdict.REFUSED, Verdict.REPLACES, Verdict.NEW)
"""Verdicts whose sentences are shown; of others only the number is."""
ORDER = {verdict: number for number, verdict in enumerate(SHOWN)}


def report_of(found: list[JudgedSheet]) -> list[dict[str, Any]]:
    """Return for each page its key and title, the address of its editor, its numbers and its sentences."""
    return [_page(sheet) for sheet in found]


def totals(report: list[dict[str, Any]]) -> dict[str, int]:
    """Return how many sentences of all pages have each verdict."""
    return {verdict.value: sum(page["numbers"].get(verdict.value, 0) for page in report) for verdict in Verdict}


def _page(sheet: JudgedSheet) -> dict[str, Any]:
    units = sorted((one for one in sheet.units if one.verdict in SHOWN), key=lambda one: ORDER[one.verdict])
    numbers = {verdict.value: sum(one.verdict == verdict for one in sheet.units) for verdict in Verdict}
    title = sheet.translation.source.object_repr if sheet.translation else sheet.sheet.title
    return {
        "key": sheet.sheet.key,
        "title": title or sheet.sheet.key[:80],
        "edit_url": get_edit_url(sheet.target) if sheet.target is not None else "",
        "numbers": {name: number for name, number in numbers.items() if number},
        "units": [_unit(one) for one in units],
    }


def _unit(one: Judged) -> dict[str, Any]:
    return {
        "verdict": one.verdict.value,
        "reason": one.reason,
        "warnings": one.warnings,
        "source": plain(one.unit.source),
        "target": plain(one.unit.target),
        "now": plain(one.now) if one.verdict == Verdict.REPLACES else "",
    }
