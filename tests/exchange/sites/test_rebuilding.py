"""A site that was built from its export is equal to it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings
from wagtail.models import Page

from designcity.demo.load import load
from exchange.sites.bringing import Order, bring
from exchange.sites.form import LINES
from exchange.sites.giving.exporting import export_to
from tests.exchange.sites.rebuilding import emptied

NUMBERS = re.compile(
    r'(?<=page=)\d+|(?<=image=)\d+|(?<=documents/)\d+|(?<=data-page=")\d+|(?<=images/)[^"\s?]+'
    r'|csrfmiddlewaretoken[^>]+|(?<=shown_at" value=")[^"]+'
)


@pytest.fixture
def _demo(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DEMO_PASSWORDS", "{}")
    with override_settings(MEDIA_ROOT=tmp_path / "media-of-the-site"):
        load()
        yield


def shown(client: Client) -> dict[str, str]:
    """Return the HTML of every live page by its address, without the numbers of rows."""
    pages = Page.objects.live().filter(depth__gt=1)
    addresses = [str(page.url) for page in pages]
    return {address: NUMBERS.sub("", client.get(address).content.decode()) for address in addresses}


@pytest.mark.usefixtures("_demo")
def test_a_site_that_was_built_from_its_export_is_equal(tmp_path: Path, client: Client) -> None:
    export_to(tmp_path / "first")
    before = shown(client)
    emptied()
    with override_settings(MEDIA_ROOT=tmp_path / "media-of-another-site"):
        _is_built_anew(tmp_path, client, before)


def _is_built_anew(tmp_path: Path, client: Client, before: dict[str, str]) -> None:
    report = bring(Order(tmp_path / "first", report=tmp_path / "report.csv"))
    export_to(tmp_path / "second")
    lines = [(tmp_path / name / LINES).read_text().splitlines() for name in ("first", "second")]
    assert (report.not_taken, report.with_loss) == (0, 0)
    assert lines[0] == lines[1]
    media = [sorted(one.name for one in (tmp_path / name / "media").iterdir()) for name in ("first", "second")]
    assert media[0] == media[1]
    after = shown(client)
    assert set(after) == set(before)
    assert [address for address in before if before[address] != after[address]] == []

    again = bring(Order(tmp_path / "first", report=tmp_path / "report.csv"))
    assert (again.new, again.not_taken) == (0, 0)
    assert again.same > len(before)
