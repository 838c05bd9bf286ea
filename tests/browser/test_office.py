"""A day in the office, as docs/editing.md shows it, gone through in a real browser."""

import re
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import Demo
from tests.browser.office import day
from tests.browser.office.desk import Desk

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_an_article_goes_from_an_empty_form_to_readers_and_away_again(page: Page, demo: Demo) -> None:
    steps: list[str] = []
    day.spend(Desk(page, demo, lambda page, name: steps.append(name)))
    assert set(steps) == shown_in_the_guide("zh-hans") == shown_in_the_guide("en")


def shown_in_the_guide(language: str) -> set[str]:
    """Return the names of the steps whose pictures stand in the guide, in one language."""
    text = (DOCS / "editing.md").read_text()
    return set(re.findall(rf"\(images/editing/{language}/([a-z-]+)\.png\)", text))


def test_every_picture_of_the_guide_is_there() -> None:
    for language in ("zh-hans", "en"):
        there = {path.stem for path in (DOCS / "images" / "editing" / language).glob("*.png")}
        assert there == shown_in_the_guide(language)
