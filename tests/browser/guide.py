"""Makes the pictures of the guides (editing.md, rights.md, translating.md), once in each language."""

import shutil
from collections.abc import Callable
from pathlib import Path

import psycopg
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.conftest import FLAGS, PATIENCE, Demo
from tests.browser.office import day, removing, translating
from tests.browser.office.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"
SIZE: ViewportSize = {"width": 1280, "height": 800}
SHOWN = (960, 600)
LANGUAGES = {"zh-hans": "zh-CN", "en": "en-GB"}
"""The languages of the editors' interface, each with the browser's own."""
GUIDES: dict[str, Callable[[Desk, str], None]] = {
    "editing": lambda desk, language: day.spend(desk),
    "rights": removing.go_through,
    "translating": lambda desk, language: translating.spend(desk),
}
"""What each guide shows, in a language, by the name of its pictures' folder."""


def photograph(demo: Demo, database: str, guides: tuple[str, ...] = tuple(GUIDES)) -> None:
    """Go through the guides in each language; every picture takes the place of the old one."""
    for guide in guides:
        shutil.rmtree(PICTURES / guide, ignore_errors=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for language, locale in LANGUAGES.items():
            _speak(database, language)
            for guide in guides:
                context = browser.new_context(viewport=SIZE, locale=locale, reduced_motion="reduce")
                context.set_default_timeout(PATIENCE)
                GUIDES[guide](Desk(context.new_page(), demo, Album(PICTURES / guide / language)), language)
                context.close()
        browser.close()


class Album:
    """Keeps the pictures of one guide in one language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True)

    def __call__(self, page: Page, name: str) -> None:
        """Take a picture of what the browser shows, small enough for a document."""
        file = self.folder / f"{name}.png"
        page.screenshot(path=file, animations="disabled")
        with Image.open(file) as shot:
            small = shot.convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS).quantize(64)
        small.save(file, optimize=True)


def _speak(database: str, language: str) -> None:
    """Let all accounts see the editors' interface in a language."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("UPDATE wagtailusers_userprofile SET preferred_language = %s", [language])
