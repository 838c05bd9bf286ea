"""A page in a real Chromium: what it weighs on a phone and a wide screen, when an old phone paints it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.benchmarks.pages.wire import Wire
from tests.benchmarks.timings import percentile

PATIENCE = 120_000
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
WIDE = {"viewport": {"width": 1440, "height": 900}}
SLOWER = 4
"""How many times slower an old phone is than this machine."""
SLOW_4G = {"latency": 562.5, "downloadThroughput": 184_320, "uploadThroughput": 84_375, "offline": False}
"""Milliseconds for each request, bytes a second: Lighthouse's slow 4G as the browser applies it."""
WATCH = """() => new Promise((done) => {
    const seen = {first: 0, largest: 0, shift: 0, blocked: 0};
    const takers = {
        "paint": (one) => { if (one.name === "first-contentful-paint") seen.first = one.startTime; },
        "largest-contentful-paint": (one) => { seen.largest = one.startTime; },
        "layout-shift": (one) => { if (!one.hadRecentInput) seen.shift += one.value; },
        "longtask": (one) => { seen.blocked += one.duration - 50; },
    };
    for (const [type, take] of Object.entries(takers)) {
        new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
    }
    setTimeout(() => done(seen), 500);
})"""
SCROLL = """async () => {
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
        scrollTo(0, at);
        await new Promise((done) => setTimeout(done, 50));
    }
}"""


@dataclass(frozen=True)
class Painted:
    """When an old phone shows a page: seconds until something and until the largest thing is there."""

    first: float
    largest: float
    shift: float
    """How far what was there already has moved, as browsers count it, the page read to its end."""
    blocked: float
    """Milliseconds in which the page did not answer a touch."""


def weighed(browser: Browser, address: str, screen: dict[str, Any]) -> Wire:
    """Return what comes to a reader who has nothing of the site yet and reads a page to its end."""
    wire = Wire(address)
    with _opened(browser, screen) as (page, session):
        session.on("Network.requestWillBeSent", wire.asked)
        session.on("Network.loadingFinished", wire.came)
        page.goto(address, wait_until="networkidle")
        page.evaluate(SCROLL)
        page.wait_for_load_state("networkidle")
    return wire


def painted(browser: Browser, address: str, times: int) -> Painted:
    """Return the middle of what several openings took."""
    found = [_painted(browser, address) for _number in range(times)]
    return Painted(**{name: percentile(sorted(one[name] for one in found), 50) for name in found[0]})


def _painted(browser: Browser, address: str) -> dict[str, float]:
    with _opened(browser, PHONE) as (page, session):
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address, wait_until="networkidle")
        seen: dict[str, float] = page.evaluate(WATCH)
        page.evaluate(SCROLL)
        page.wait_for_load_state("networkidle")
        seen["shift"] = page.evaluate(WATCH)["shift"]
    return seen | {"first": seen["first"] / 1000, "largest": seen["largest"] / 1000}


@contextmanager
def _opened(browser: Browser, screen: dict[str, Any]) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(**screen)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    try:
        yield page, session
    finally:
        context.close()
