"""An import may be killed at any moment: whole batches stay, and the same command goes on from there."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.benchmarks import foreign
from tests.resilience.servers import PATIENCE, ROOT

ARTICLES = 600
TREE = 4
NAME = f"import_{os.getpid()}"
CHILDREN = """
    SELECT parent.numchild, count(child.id) FROM wagtailcore_page parent
    JOIN wagtailcore_page child ON child.path LIKE parent.path || '%' AND child.depth = parent.depth + 1
    GROUP BY parent.id
"""


class Site:
    """A database of the test's own, on the server of the tests."""

    def __init__(self, folder: Path) -> None:
        self.server = os.environ["DATABASE_URL"]
        self.env = {**os.environ, "DATABASE_URL": self.address(), "DATA_DIR": str(folder)}
        self.env["SECRET_KEY"] = "for-a-test"
        self.env["DJANGO_SETTINGS_MODULE"] = "designcity.settings.dev"

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return subprocess.Popen(command, env=self.env, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def run(self, *arguments: str) -> str:
        with self.start(*arguments) as process:
            said = process.communicate()[0]
        assert process.returncode == 0
        return said

    def address(self, database: str = NAME) -> str:
        return urlsplit(self.server)._replace(path=f"/{database}").geturl()

    def ask(self, question: str, database: str = NAME) -> list[Any]:
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            answer = connection.execute(question)
            return answer.fetchall() if answer.description else []

    def pages(self) -> int:
        return int(self.ask("SELECT count(*) FROM wagtailcore_page WHERE depth > 1 AND slug <> 'home'")[0][0])


@pytest.fixture
def site(tmp_path: Path, django_db_setup: None) -> Iterator[Site]:
    site = Site(tmp_path)
    site.ask(f"CREATE DATABASE {NAME}", "postgres")
    try:
        site.run("migrate", "--verbosity", "0")
        yield site
    finally:
        site.ask(f"DROP DATABASE {NAME} WITH (FORCE)", "postgres")


def test_an_import_that_was_killed_goes_on(site: Site, tmp_path: Path) -> None:
    source = tmp_path / "old.jsonl"
    foreign.lines(source, ARTICLES)
    order = ("import_site", str(source), "--report", str(tmp_path / "report.csv"))
    with site.start(*order) as first:
        deadline = time.monotonic() + PATIENCE
        while site.pages() < ARTICLES // 4 and time.monotonic() < deadline:
            time.sleep(0.1)
        first.kill()
    stayed = site.pages()
    assert 0 < stayed < ARTICLES
    assert all(numchild == count for numchild, count in site.ask(CHILDREN))

    site.run(*order)
    assert site.pages() == ARTICLES + TREE
    assert all(numchild == count for numchild, count in site.ask(CHILDREN))
    assert site.ask("SELECT count(*) FROM wagtailcore_page WHERE live AND live_revision_id IS NULL")[0][0] <= 1

    site.run(*order)
    assert site.pages() == ARTICLES + TREE
