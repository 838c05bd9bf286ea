"""A real Chromium against the whole site, running as `make demo` runs it, with data of its own."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from designcity.servers import ports
from tests import databases
from tests.translation.machine.serving import served

PATIENCE = 60_000
"""Milliseconds: a crowded machine is slow, not wrong."""
expect.set_options(timeout=PATIENCE / 2)
MODEL = "translator-1"
"""What the model is called that translates by machine."""
ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Demo:
    """A running demo: its address without a slash at the end, and the log-ins' passwords by name."""

    url: str
    passwords: dict[str, str]


@pytest.hookimpl(tryfirst=True)  # before the workers are given their tests
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all browser tests on one worker: they share one running site."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def machine() -> Iterator[dict[str, str]]:
    """A model that translates, and the variables that name it to the site."""
    with served() as service:
        named = {"": "openai", "_URL": f"{service.address}/v1", "_KEY": "key", "_MODEL": MODEL}
        yield {f"MACHINE_TRANSLATION{name}": value for name, value in named.items()}


@pytest.fixture(scope="package")
def demo(machine: dict[str, str], django_db_setup: object) -> Iterator[Demo]:
    """Run the demo on the tests' servers, with a database, indices and files of its own."""
    if not os.environ.get("ELASTICSEARCH_URL", ""):
        pytest.fail("The browser tests need real servers: run `make test`.")
    with databases.copied("browser") as database:
        state = Path(tempfile.mkdtemp(prefix="designcity-browser-"))
        try:
            yield from running(state, database, urlsplit(database).path.strip("/"), machine)
        finally:
            shutil.rmtree(state, ignore_errors=True)


@pytest.fixture(scope="package")
def site_url(demo: Demo) -> str:
    """The running site's address, without a slash at the end."""
    return demo.url


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium where there is one, else Playwright's own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile on a wide screen."""
    profile = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    profile.set_default_timeout(PATIENCE)
    yield profile
    profile.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page that fails the test at a script's error or a broken content security policy."""
    return context.new_page()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of: errors of scripts, of the security policy, of files that are not there."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    return found


def running(
    state: Path, database: str, prefix: str, more: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Demo]:
    """Run the demo with its files in `state` and stop it when the caller goes on; yields once."""
    port = ports.free()
    facts = {"STATE_DIR": str(state), "PORT": str(port), "DATABASE_URL": database}
    facts["SEARCH_TIME_LIMIT_MS"] = "2000"  # a crowded machine must not turn answers into the database's
    log = (state / "demo.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "designcity.supervisor"],
        env=os.environ | facts | dict(more) | {"SEARCH_INDEX_PREFIX": prefix, "PYTHONPATH": str(ROOT / "site")},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    assert process.stdout is not None
    with log, process, process.stdout as lines:
        try:
            said = []
            for line in lines:
                said.append(line)
                if "Ctrl-C" in line:
                    break
            else:
                pytest.fail("".join(said) + (state / "demo.log").read_text())
            kept = json.loads((state / "secrets.json").read_text())
            yield Demo(f"http://127.0.0.1:{port}", kept)
        finally:
            process.terminate()
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
