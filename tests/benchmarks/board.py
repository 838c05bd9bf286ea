"""`python -m tests.benchmarks.board`, with the servers up: how quickly the translators' status board opens."""

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterator
from typing import Any

import django

from tests.benchmarks.bars import Figure, table
from tests.benchmarks.environment import own_environment
from tests.benchmarks.site import Site
from tests.benchmarks.timings import percentile

OPENED = 20
MOST_SECONDS, MOST_QUERIES = 1.0, 30
NARROWED = {
    "opened": "",
    "its hundredth page": "?p=100",
    "narrowed by state and section": "?state=missing&section={section}",
    "searched in titles": "?q=设计",
}


def main() -> int:
    """Measure, print; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.board", description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000, help="how many originals")
    asked = parser.parse_args()
    with own_environment() as folder:
        site = Site(folder, os.environ)
        site.manage("migrate", "--verbosity", "0")
        site.manage("collectstatic", "--no-input", "--verbosity", "0")
        django.setup()  # only now: it reads the list of the static files
        found = list(_figures(asked.pages))
    load = os.getloadavg()[0]
    machine = f"{os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}"
    print(f"\n{asked.pages:,} pages, {machine}\n")
    print(table(found))
    return 0 if all(figure.is_met for figure in found) else 1


def _figures(pages: int) -> Iterator[Figure]:
    from tests.benchmarks.translations import put_pages_to_translate
    from translating.board.following import settle_all

    filled, began = put_pages_to_translate(pages), time.monotonic()
    settle_all.call()
    yield Figure("originals worked out when all has changed", filled / (time.monotonic() - began), "/s")
    yield from _opened()
    yield Figure("the counts alone, without the kept states", _counted_at_once(), "s")
    yield from _changed()


def _opened() -> Iterator[Figure]:
    from wagtail.models import Page

    # What the first page of a process costs is no cost of the board.
    _one(_editor())
    client, section = _editor(), Page.objects.get(slug="news", locale__language_code="zh-hans").pk
    for name, query in NARROWED.items():
        used = time.process_time()
        took, asked = _times(client, query.format(section=section))
        used = time.process_time() - used
        yield Figure(f"the board, {name}: p50", percentile(took, 50), "s")
        yield Figure(f"the board, {name}: p95", percentile(took, 95), "s", most=MOST_SECONDS)
        yield Figure(f"the board, {name}: own processor time", used / (OPENED + 1), "s")
        yield Figure(f"the board, {name}: queries", asked, most=MOST_QUERIES)


def _times(client: Any, query: str) -> tuple[list[float], int]:
    """Return how long each opening took, and how many queries one more asked."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    took = sorted(_one(client, query) for _number in range(OPENED))
    with CaptureQueriesContext(connection) as captured:
        _one(client, query)
    return took, len(captured)


def _changed() -> Iterator[Figure]:
    """Yield how long the board takes when translators are at work: fifty pages changed since."""
    from wagtail.models import Page

    client, took = _editor(), []
    for number in range(5):
        some = Page.objects.filter(depth__gt=3).order_by("pk")[number * 50 : number * 50 + 50]
        Page.objects.filter(pk__in=list(some.values_list("pk", flat=True))).update(has_unpublished_changes=True)
        took.append(_one(client))
    name = "the board, fifty pages changed since: p50"
    yield Figure(name, percentile(sorted(took), 50), "s", most=MOST_SECONDS)


def _one(client: Any, query: str = "") -> float:
    began = time.monotonic()
    response = client.get(f"/admin/translating/board/{query}", secure=True)
    took = time.monotonic() - began
    assert response.status_code == 200, response.status_code
    return took


def _counted_at_once() -> float:
    """Return how long PostgreSQL takes to count what is translated of every page, as an unkept board would."""
    from django.db.models import Count, Exists, OuterRef, Q
    from wagtail.models import Locale
    from wagtail_localize.models import StringSegment, StringTranslation

    english = Locale.objects.get(language_code="en")
    done = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=english, has_error=False
    )
    counted = StringSegment.objects.annotate(is_done=Exists(done)).values("source")
    began = time.monotonic()
    list(counted.annotate(all=Count("pk"), done=Count("pk", filter=Q(is_done=True))).order_by())
    return time.monotonic() - began


def _editor() -> Any:
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    user, _ = get_user_model().objects.get_or_create(username="editor", is_superuser=True, is_staff=True)
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


if __name__ == "__main__":
    sys.exit(main())
