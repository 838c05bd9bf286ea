"""Makes the pictures of docs/editing.md and docs/rights.md, gone through once in each language."""

import shutil
from pathlib import Path

import psycopg
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.conftest import FLAGS, PATIENCE, Demo
from tests.browser.office import day, removing
from tests.browser.office.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"
DAY, REMOVAL = "editing", "rights"
"""The folders of the pictures, one for each guide."""
SIZE: ViewportSize = {"width": 1280, "height": 800}
SHOWN = (960, 600)
LANGUAGES = {"zh-hans": "zh-CN", "en": "en-GB"}
"""The languages of the editors' interface, each with the browser's own."""

WORDS = {
    "zh-hans": {
        "statement": "照片是我拍摄的，刊登前没有征得我的同意。",
        "name": "示例摄影师",
        "granted": "图片已移除，感谢您告诉我们。",
        "undone": "您已同意继续使用，图片已恢复。",
    },
    "en": {
        "statement": "I took this photograph, and was not asked before it was shown.",
        "name": "Sample photographer",
        "granted": "The picture is gone. Thank you for telling us.",
        "undone": "You have agreed that we use it: the picture is back.",
    },
}


def photograph(demo: Demo, database: str) -> None:
    """Go through both guides in each language; every picture takes the place of the old one."""
    for folder in (DAY, REMOVAL):
        shutil.rmtree(PICTURES / folder, ignore_errors=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for language, locale in LANGUAGES.items():
            _speak(database, language)
            context = browser.new_context(viewport=SIZE, locale=locale, reduced_motion="reduce")
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            day.spend(Desk(page, demo, Album(DAY, language)))
            removing.go_through(Desk(page, demo, Album(REMOVAL, language)), language, WORDS[language])
            context.close()
        browser.close()


class Album:
    """Keeps the pictures of one guide in one language."""

    def __init__(self, guide: str, language: str) -> None:
        self.folder = PICTURES / guide / language
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
