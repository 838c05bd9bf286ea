"""A database and files of a test's own, and commands that work on them until they are killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests import databases
from tests.resilience.servers import ROOT


class Site:
    """A database of the test's own, on the server of the tests, with its files in a folder."""

    def __init__(self, database: str, folder: Path) -> None:
        self.database, self.folder = database, folder
        self.env = {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(folder)}
        self.env["SECRET_KEY"] = "for-a-test"
        self.env["DJANGO_SETTINGS_MODULE"] = "designcity.settings.dev"
        self.env["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"

    def start(self, *arguments: str, module: bool = False) -> subprocess.Popen[str]:
        """Start a management command, or a module of the tests."""
        command = [sys.executable, *(["-m"] if module else [str(ROOT / "manage.py")]), *arguments]
        return subprocess.Popen(command, env=self.env, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def run(self, *arguments: str, module: bool = False) -> str:
        """Let a command come to its end, and return what it said."""
        with self.start(*arguments, module=module) as process:
            said = process.communicate()[0]
        assert process.returncode == 0
        return said

    def ask(self, question: str) -> list[Any]:
        """Return the rows of an answer."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            answer = connection.execute(question)
            return answer.fetchall() if answer.description else []


@contextmanager
def site_of_its_own(name: str, folder: Path) -> Iterator[Site]:
    """Give a migrated site, and remove its database afterwards."""
    with databases.copied(name) as database:
        yield Site(database, folder)
