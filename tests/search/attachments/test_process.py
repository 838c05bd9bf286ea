"""The process that reads a file: what it knows, and that it does not outlive the worker."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from search.attachments import endings, extract
from search.models.attachments import Refusal
from tests.search.attachments import files

READ = """
import sys, django
django.setup()
from search.attachments.process import words_of
with open(sys.argv[1], "rb") as file:
    words_of(file, ".pdf")
"""


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[psutil.Process]:
    """A process that knows a secret and waits for a file that takes minutes to read."""
    file = tmp_path / "endless.pdf"
    file.write_bytes(files.endless_pdf())
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "SECRET": "of the site"}
    with subprocess.Popen([sys.executable, "-c", READ, file], env=environment) as running:
        yield psutil.Process(running.pid)
        running.kill()


def reader_of(worker: psutil.Process) -> psutil.Process:
    """Return the process that reads for a worker, once it is under way."""
    for _ in range(300):
        for child in worker.children():
            if "search.attachments.extract" in child.cmdline() and child.cpu_times().user > 0.5:
                return child
        time.sleep(0.1)
    raise AssertionError("nothing reads")


def test_reader_knows_nothing_of_the_environment_of_the_site(worker: psutil.Process) -> None:
    reader = reader_of(worker)
    assert "SECRET" in worker.environ()
    assert reader.environ().keys() == {"PATH", "LC_ALL", "PYTHONPATH"}


def test_reader_is_bounded_in_memory_and_gives_way_to_others(worker: psutil.Process) -> None:
    reader = reader_of(worker)
    assert reader.rlimit(psutil.RLIMIT_AS) == (1024**3, 1024**3)
    assert reader.nice() > worker.nice()


def test_reader_ends_with_the_worker_even_if_that_is_killed(worker: psutil.Process) -> None:
    reader = reader_of(worker)
    worker.kill()
    reader.wait(timeout=10)
    assert not reader.is_running()


def test_both_sides_agree_on_types_of_files_and_on_reasons() -> None:
    assert extract.READERS.keys() == endings.SUFFIXES
    assert {ending.name for ending in endings.Ending} < set(Refusal.names)
