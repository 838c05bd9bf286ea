"""`python -m tests.benchmarks.bringing`, with the servers up: how quickly a site comes in."""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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
    found = [figure for name in asked.formats for figure in _figures(name, asked.articles)]
    print(table(found))
    return 0 if all(figure.is_met for figure in found) else 1


def _figures(name: str, articles: int) -> Iterator[Figure]:
    with own_environment() as folder:
        _manage("migrate", "--verbosity", "0")
        tree, file = folder / "tree.jsonl", folder / f"old.{name}"
        foreign.lines(tree, 0)
        FORMATS[name](file, articles)
        _manage("import_site", str(tree), "--report", str(folder / "tree.csv"))
        first, load = time.monotonic(), os.getloadavg()[0]
        used = _processor_time()
        _manage("import_site", str(file), "--report", str(folder / "report.csv"))
        taken = time.monotonic() - first
        yield Figure(
            f"{name}: articles a second (load of the machine {load:.0f})", articles / taken, "1/s", PER_SECOND
        )
        yield Figure(
            f"{name}: articles a second of the command's own processor time",
            articles / (_processor_time() - used),
            "1/s",
        )
        again = time.monotonic()
        _manage("import_site", str(file), "--report", str(folder / "again.csv"))
        yield Figure(
            f"{name}: a second time, which changes nothing", articles / (time.monotonic() - again), "1/s"
        )
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        yield Figure(f"{name}: most memory of the command", most, "MB", most=MOST_MEGABYTES)


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _manage(*arguments: str) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
