"""`python -m tests.benchmarks.bringing`, with the servers up: how quickly a site comes in."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import foreign
from tests.benchmarks.bars import Figure, table
from tests.benchmarks.environment import own_environment

ROOT = Path(__file__).resolve().parents[2]
FORMATS: dict[str, Callable[[Path, int], None]] = {
    "jsonl": foreign.lines,
    "xml": foreign.wordpress,
    "csv": foreign.table,
}
PER_SECOND = 50
MOST_MEGABYTES = 512


def main() -> int:
    """Measure one format after the other, each in a site of its own; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--formats", nargs="*", default=["jsonl", "xml"], choices=sorted(FORMATS))
    asked = parser.parse_args()
    found = []
    for name in asked.formats:
        for figure in _figures(name, asked.articles):
            print(table([figure]), flush=True)
            found.append(figure)
    return 0 if all(figure.is_met for figure in found) else 1


def _figures(name: str, articles: int) -> Iterator[Figure]:
    with own_environment() as folder:
        _manage("migrate", "--verbosity", "0")
        tree, tenth, file = folder / "tree.jsonl", folder / f"tenth.{name}", folder / f"old.{name}"
        foreign.lines(tree, 0)
        FORMATS[name](tenth, articles // 10)
        FORMATS[name](file, articles)
        _import(tree)
        few = _import(tenth)
        first = _import(file)
        yield Figure(
            f"{name}: articles a second (load of the machine {os.getloadavg()[0]:.0f})",
            (articles - articles // 10) / first.seconds,
            "1/s",
            PER_SECOND,
        )
        yield Figure(
            f"{name}: articles a second of the command's own processor time",
            (articles - articles // 10) / first.processor_seconds,
            "1/s",
        )
        yield Figure(f"{name}: a second time, which changes nothing", articles / _import(file).seconds, "1/s")
        yield Figure(f"{name}: most memory of the command", first.megabytes, "MB", most=MOST_MEGABYTES)
        yield Figure(
            f"{name}: … compared with a tenth of the articles", first.megabytes / few.megabytes, "times"
        )


@dataclass(frozen=True)
class Used:
    """What a command took: seconds by the clock and of the processor, and its most memory in MB."""

    seconds: float
    processor_seconds: float
    megabytes: float


def _import(file: Path) -> Used:
    return _manage("import_site", str(file), "--report", f"{file}.csv")


def _manage(*arguments: str) -> Used:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Used(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
