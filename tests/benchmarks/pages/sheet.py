"""The table of what was measured: a line for each page and language."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.pages.answering import Answered
from tests.benchmarks.pages.browsing import Painted
from tests.benchmarks.pages.making import Made
from tests.benchmarks.pages.places import Place
from tests.benchmarks.pages.wire import Wire

MOST_SHIFT = 0.1
"""What browsers call good."""
NOTHING = "–"
BETWEEN = "  "
GROUPS = (
    ("page", 16, ("kind",)),
    ("", 8, ("language",)),
    ("times of a plain file", 6, ("ms", "p50", "p95", "cold")),
    ("a second", 6, ("1", "8")),
    ("to make it", 8, ("queries", "cpu ms")),
    ("kB over the wire", 6, ("HTML", "CSS", "JS", "fonts")),
    ("pictures", 6, ("390", "1440")),
    ("requests", 5, ("390", "1440")),
    ("old phone, s", 8, ("first", "largest")),
    ("of a plain page", 8, ("first", "largest")),
    ("", 8, ("shift", "blocked")),
)
"""What stands above the columns, how wide each of them is, and what it is called."""


@dataclass(frozen=True)
class Server:
    """What was measured of the server."""

    answered: Answered
    cold: float
    made: Made

    def cells(self) -> list[str]:
        """Return what stands in its columns."""
        one = self.answered
        times = [_times(number) for number in (one.milliseconds, one.half, one.most, self.cold)]
        return [*times, f"{one.alone:.3f}", f"{one.together:.3f}", *self._made()]

    def _made(self) -> list[str]:
        return [str(self.made.queries), f"{self.made.milliseconds:.0f}"]


@dataclass(frozen=True)
class Reader:
    """What was measured in a browser."""

    phone: Wire
    wide: Wire
    painted: Painted

    @property
    def is_good(self) -> bool:
        """Whether nothing comes from elsewhere, and nothing moves."""
        return not (self.phone.elsewhere | self.wide.elsewhere) and self.painted.shift <= MOST_SHIFT

    def cells(self, plain: Painted) -> list[str]:
        """Return what stands in its columns, beside how a plain page is painted."""
        texts = [self.phone.bytes[kind] for kind in ("Document", "Stylesheet", "Script", "Font")]
        pictures = [wire.bytes["Image"] for wire in (self.phone, self.wide)]
        seconds = self.painted.first, self.painted.largest
        return [
            *(_kilobytes(size) for size in (*texts, *pictures)),
            *(str(wire.files) for wire in (self.phone, self.wide)),
            *(f"{number:.2f}" for number in seconds),
            *(f"{number / plain.first:.1f}" for number in seconds),
            f"{self.painted.shift:.3f}",
            f"{self.painted.blocked:.0f}",
        ]


@dataclass(frozen=True)
class Line:
    """Everything that was measured of one page; what no browser shows has the server's part alone."""

    place: Place
    server: Server
    reader: Reader | None

    @property
    def is_good(self) -> bool:
        """Whether it holds what does not hang on the machine."""
        return not self.server.answered.failures and (self.reader is None or self.reader.is_good)

    def cells(self, plain: Painted) -> list[str]:
        """Return what stands in each column."""
        heavy = [_kilobytes(self.server.answered.bytes), *[NOTHING] * 13]
        of_reader = self.reader.cells(plain) if self.reader else heavy
        return [self.place.kind, self.place.language, *self.server.cells(), *of_reader]


def sheet(lines: Iterable[Line], plain: Painted) -> str:
    """Return the table."""
    above = [f"{title:>{width * len(names)}}" for title, width, names in GROUPS]
    names = [name for _above, _width, names in GROUPS for name in names]
    rows = [_row(cells) for cells in (names, *(line.cells(plain) for line in lines))]
    return "\n".join([BETWEEN.join(above).rstrip(), *rows])


def _row(cells: list[str]) -> str:
    given = iter(cells)
    groups = ("".join(f"{next(given):>{width}}" for _name in names) for _above, width, names in GROUPS)
    return BETWEEN.join(groups)


def _times(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}"


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f}"
