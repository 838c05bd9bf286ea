"""What the benchmark of the pages counts, and the table it prints."""

from typing import Any

from tests.benchmarks.pages.answering import Answered
from tests.benchmarks.pages.browsing import Painted
from tests.benchmarks.pages.making import Made
from tests.benchmarks.pages.places import Place
from tests.benchmarks.pages.sheet import GROUPS, Line, Reader, Server, sheet
from tests.benchmarks.pages.wire import Wire

SITE = "http://127.0.0.1:8000/en/"
PLAIN = Painted(first=1.0, largest=1.0, shift=0.0, blocked=0.0)


def wire(*asked: tuple[str, str, int]) -> Wire:
    counted = Wire(SITE)
    for number, (kind, address, size) in enumerate(asked):
        counted.asked({"requestId": str(number), "type": kind, "request": {"url": address}})
        counted.came({"requestId": str(number), "encodedDataLength": size})
    return counted


def line(**changed: Any) -> Line:
    came = changed.get("wire") or wire(("Document", SITE, 9_000))
    page = Painted(first=2.0, largest=3.0, shift=changed.get("shift", 0.0), blocked=0.0)
    answered = Answered(20.0, 40.0, 60.0, 0.02, 0.03, changed.get("failures", 0), 9_000)
    reader = Reader(came, came, page) if changed.get("is_painted", True) else None
    return Line(Place("home", "en", "/en/"), Server(answered, 90.0, Made(30, 25.0)), reader)


def test_what_comes_is_added_up_by_its_kind() -> None:
    counted = wire(("Image", f"{SITE}a.avif", 10), ("Image", f"{SITE}b.avif", 20), ("Script", f"{SITE}c.js", 5))
    assert (counted.bytes["Image"], counted.bytes["Script"], counted.files) == (30, 5, 3)


def test_what_stands_in_the_page_itself_is_no_request() -> None:
    assert wire(("Image", "data:image/svg+xml,", 10)).files == 0


def test_anything_from_elsewhere_is_not_good() -> None:
    foreign = wire(("Font", "https://fonts.example/a.woff2", 10))
    assert foreign.elsewhere == {"fonts.example"}
    assert line().is_good
    assert not line(wire=foreign).is_good


def test_jump_and_failed_answer_are_not_good() -> None:
    assert not line(shift=0.2).is_good
    assert not line(failures=1).is_good


def test_each_line_fills_all_columns() -> None:
    head, names, *rows = sheet([line(), line(is_painted=False)], PLAIN).splitlines()
    assert (
        len(line().cells(PLAIN))
        == len(line(is_painted=False).cells(PLAIN))
        == sum(len(one[2]) for one in GROUPS)
    )
    assert len({len(row) for row in (names, *rows)}) == 1
    assert "old phone" in head
    assert "2.0" in rows[0]
