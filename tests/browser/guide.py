"""Makes the pictures of docs/editing.md: the day in the office, gone through once in each language."""

import shutil
from pathlib import Path

import psycopg
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.conftest import FLAGS, PATIENCE, Demo
from tests.browser.office import day
from tests.browser.office.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images" / "editing"
SIZE: ViewportSize = {"width": 1280, "height": 800}
SHOWN = (960, 600)
LANGUAGES = {"zh-hans": "zh-CN", "en": "en-GB"}
"""The languages of the editors' interface, each with the browser's own."""


def photograph(demo: Demo, database: str) -> None:
    """Go through the day in each language; every picture takes the place of the old one."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for language, locale in LANGUAGES.items():
            _speak(database, language)
            context = browser.new_context(viewport=SIZE, locale=locale, reduced_motion="reduce")
            context.set_default_timeout(PATIENCE)
            day.spend(Desk(context.new_page(), demo, Album(language)))
            context.close()
        browser.close()


class Album:
    """Keeps the pictures of one language."""

    def __init__(self, language: str) -> None:
        self.folder = PICTURES / language
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
