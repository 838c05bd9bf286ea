"""`python -m tests.benchmarks`, with both servers up: prints a table, and ends with 1 if a bar is missed."""

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import django

from tests.benchmarks.bars import Figure, table
from tests.benchmarks.environment import own_environment
from tests.benchmarks.site import Site
from tests.benchmarks.timings import percentile

STARTED = time.monotonic()
SAVED_PER_SECOND = 20
SAVED = 600


def main() -> int:
    """Measure, print; return 1 if a bar is missed."""
    asked = _arguments()
    with own_environment() as folder:
        django.setup()
        found = list(_figures(folder, asked))
    print(f"\n{asked.documents:,} pages, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print(table(found))
    return 0 if all(figure.is_met for figure in found) else 1


def _figures(folder: Path, asked: argparse.Namespace) -> Iterator[Figure]:
    from tests.benchmarks import fallback, searchable, suggesting
    from tests.benchmarks.filling import fill
    from tests.benchmarks.keystrokes import never_asked, realistic
    from tests.benchmarks.targets import Suggestions

    site = Site(folder, os.environ)
    site.manage("migrate", "--verbosity", "0")
    fill(asked.documents)
    _say("the pages are in the database")
    yield from _said(_rebuilt(site))
    site.manage("collectstatic", "--no-input", "--verbosity", "0")
    titles = _titles()
    if asked.only in ("", "suggestions"):
        with site.serving():
            suggestions = Suggestions(site.address)
            yield from _said(
                suggesting.figures(suggestions, never_asked(titles, 1), lambda: realistic(titles, 2))
            )
            port = urlsplit(os.environ["ELASTICSEARCH_URL"]).port or 9200
            yield from _said(fallback.figures(suggestions, never_asked(titles, 3), port))
    if asked.only in ("", "publishing"):
        waits = searchable.delays(site, SAVED_PER_SECOND, SAVED)
        name = f"found after it was published, {SAVED_PER_SECOND} pages a second"
        yield from _said([Figure(f"{name}: p50", percentile(waits, 50), "s")])
        yield from _said([Figure(f"{name}: p95", percentile(waits, 95), "s", most=1.0)])


def _rebuilt(site: Site) -> Iterator[Figure]:
    # The first writes every page's entry into the database too, and asks a server that has just started.
    for what, least in (("the first of all", None), ("again", 1000)):
        took = json.loads(site.module("rebuilt"))
        rate = took["pages"] / took["seconds"]
        yield Figure(f"rebuild, {what}", rate, "/s", least=least)
        yield Figure("  most memory", took["megabytes"], "MB")
    yield Figure("size of the indices, a page", _bytes_a_page(took["pages"]), "bytes")


def _bytes_a_page(pages: int) -> float:
    from search.elasticsearch import client

    stats = client.writing().indices.stats(index=f"{os.environ['SEARCH_INDEX_PREFIX']}*", metric="store")
    return float(stats["_all"]["primaries"]["store"]["size_in_bytes"]) / pages


def _titles() -> dict[str, list[str]]:
    from wagtail.models import Page

    pages = Page.objects.filter(depth__gt=3).order_by("pk")
    languages = pages.values_list("locale__language_code", flat=True).distinct().order_by()
    return {
        code: list(pages.filter(locale__language_code=code).values_list("title", flat=True))
        for code in languages
    }


def _said(figures: Iterator[Figure] | list[Figure]) -> Iterator[Figure]:
    """Pass the figures on, and show each when it is there."""
    for figure in figures:
        _say(table([figure]))
        yield figure


def _say(what: str) -> None:
    print(f"{time.monotonic() - STARTED:5.0f} s  {what}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000, help="how many pages, both languages together")
    parser.add_argument(
        "--only",
        default="",
        choices=["rebuild", "suggestions", "publishing"],
        help="measure the rebuild, and of the others this one alone",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
