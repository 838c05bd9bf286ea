"""Makes the pictures of the README and of the guides from the demo: `make screenshots`."""

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import guide
from tests.browser.conftest import FLAGS, Demo, running

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
GROUND = "#c9d3d6"
GAP, WIDE, PHONE, HEIGHT = 40, 1440, 390, 1100


def main() -> None:
    """Run the demo on servers of its own and photograph it."""
    database = os.environ["DATABASE_URL"]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CREATE DATABASE pictures")
    state = Path(tempfile.mkdtemp(prefix="designcity-pictures-"))
    try:
        own = urlsplit(database)._replace(path="/pictures").geturl()
        for demo in running(state, own, "pictures"):
            _photograph(demo)
            guide.photograph(demo, own)
    finally:
        shutil.rmtree(state)


def _photograph(demo: Demo) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        wide = _shot(browser, f"{demo.url}/zh-hans/", WIDE)
        phone = _shot(browser, f"{demo.url}/en/", PHONE)
        browser.close()
    sheet = Image.new("RGB", (WIDE + PHONE + 3 * GAP, HEIGHT + 2 * GAP), GROUND)
    sheet.paste(Image.open(wide), (GAP, GAP))
    sheet.paste(Image.open(phone), (WIDE + 2 * GAP, GAP))
    small = sheet.resize((sheet.width * 2 // 3, sheet.height * 2 // 3), Image.Resampling.LANCZOS)
    small.quantize(128).save(IMAGES / "home.png", optimize=True)
    for part in (wide, phone):
        part.unlink()


def _shot(browser: Browser, address: str, width: int) -> Path:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.goto(address, wait_until="networkidle")
    file = IMAGES / f"{width}.png"
    page.screenshot(path=file)
    page.close()
    return file


if __name__ == "__main__":
    main()
