"""`python -m tests.benchmarks.sections`, with the servers up: how quickly a section is submitted."""

import argparse
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django

from tests.benchmarks import foreign
from tests.benchmarks.bars import Figure, table
from tests.benchmarks.environment import own_environment
from tests.corpora.text import CHINESE

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS_FOR_A_REQUEST = 2


def main() -> int:
    """Measure a section of so many pages; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=500)
    found = list(_figures(parser.parse_args().pages))
    print(table(found))
    return 0 if all(figure.is_met for figure in found) else 1


def _figures(pages: int) -> Iterator[Figure]:
    with own_environment() as folder:
        _manage("migrate", "--verbosity", "0")
        foreign.lines(folder / "site.jsonl", pages, (CHINESE,))
        _manage("import_site", str(folder / "site.jsonl"), "--report", str(folder / "report.csv"))
        django.setup()
        logging.disable(logging.INFO)
        section = _section()
        load = os.getloadavg()[0]
        asked = _seconds(lambda: _begin(section))
        yield Figure("seconds until the editor has the page back", asked, "s", most=MOST_SECONDS_FOR_A_REQUEST)
        worked = _seconds(_work)
        yield Figure(f"{pages} pages submitted in the background (load {load:.0f})", worked, "s")
        yield Figure("pages a second", _done() / worked, "1/s")
        _begin(section)
        yield Figure("a second time, which changes nothing", _seconds(_work), "s")


def _section() -> Any:
    """Return the Chinese news, whose articles are not in English yet, when nothing else waits to be done."""
    from django_tasks_db.models import DBTaskResult

    from news.models import NewsIndexPage

    DBTaskResult.objects.all().delete()
    return NewsIndexPage.objects.get(locale__language_code=CHINESE)


def _begin(section: Any) -> None:
    from wagtail.models import Locale

    from translating.sections import jobs
    from translating.sections.models import Kind

    jobs.start(Kind.SUBMIT, section, Locale.objects.filter(language_code="en"), None)


def _work() -> None:
    """Run the process for background tasks until it has nothing left to do."""
    _manage("db_worker", "--batch", "--no-startup-delay")


def _done() -> int:
    from translating.sections.models import JobPage, PageState

    done: int = JobPage.objects.filter(state=PageState.DONE).count()
    return done


def _seconds(do: Callable[[], None]) -> float:
    began = time.monotonic()
    do()
    return time.monotonic() - began


def _manage(*arguments: str) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
