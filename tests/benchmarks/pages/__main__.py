"""`python -m tests.benchmarks.pages`, with the servers up: how soon a reader has each kind of page.

Ends with 1 if a page was not answered, loads anything from elsewhere, or moves under the reader's eyes.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import django
from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.environment import own_environment
from tests.benchmarks.pages import answering
from tests.benchmarks.pages.answering import FLOOR, FLOOR_TEXT, answered, answered_first
from tests.benchmarks.pages.browsing import PHONE, WIDE, Painted, painted, weighed
from tests.benchmarks.pages.making import made
from tests.benchmarks.pages.places import Place, places
from tests.benchmarks.pages.sheet import Line, Reader, Server, sheet
from tests.benchmarks.site import ROOT, Site
from tests.browser.conftest import FLAGS

STARTED = time.monotonic()


def main() -> int:
    """Measure, print; return 1 if something is wrong on any machine."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a fifth of the requests, each page opened once")
    parser.add_argument("--only", default="", help="the kinds of page with this in their name")
    asked = parser.parse_args()
    requests, times = (20, 1) if asked.quick else (100, 3)
    with own_environment() as folder:
        os.environ["SERVE_MEDIA"] = "1"
        site = _prepared(folder)
        wanted = [place for place in places() if asked.only in place.kind]
        lines, plain = _measured(site, wanted, requests, times)
    load, python = os.getloadavg()[0], platform.python_version()
    print(f"\n{os.cpu_count()} cores, load {load:.1f}, Python {python}; {answering.CONNECTIONS} connections\n")
    print(sheet(lines, plain))
    return 0 if all(line.is_good for line in lines) else 1


def _prepared(folder: Path) -> Site:
    """Return the site with the demo's pages, all their pictures and a search that knows them."""
    site = Site(folder, os.environ)
    subprocess.run([sys.executable, "-m", "designcity.supervisor.prepare"], cwd=ROOT, check=True)
    site.manage("make_pictures")
    site.manage("search", "setup")
    (folder / FLOOR.removeprefix("/")).write_text(FLOOR_TEXT)
    django.setup()  # only now: it reads the list of the static files
    _say("the demo is there")
    return site


def _measured(site: Site, wanted: list[Place], requests: int, times: int) -> tuple[list[Line], Painted]:
    taken = made(urlsplit(site.address).netloc, wanted)  # before Playwright, beside which Django refuses to
    cold = answered_first(site, wanted, times)
    _say("asked for the first time")
    with site.serving(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        plain = painted(browser, f"{site.address}{FLOOR}", 2 * times + 1)
        lines = []
        for place in wanted:
            server = Server(answered(site, place, requests), cold[place], taken[place])
            lines.append(Line(place, server, _reader(site, browser, place, times)))
            _say(f"{place.kind}, {place.language}")
        browser.close()
    return lines, plain


def _reader(site: Site, browser: Browser, place: Place, times: int) -> Reader | None:
    if not place.is_painted:
        return None
    address = f"{site.address}{place.path}"
    return Reader(
        weighed(browser, address, PHONE), weighed(browser, address, WIDE), painted(browser, address, times)
    )


def _say(what: str) -> None:
    print(f"{time.monotonic() - STARTED:5.0f} s  {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
