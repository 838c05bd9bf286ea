"""Where on the map the districts' names stand: in their own ground, clear of the places and of each other."""

import math
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from designcity.drawn_map.frame import HEIGHT, WIDTH, Point

LETTER, LINE = 1.9, 4.2
"""Width of a Latin letter and height of a line, in the frame's units, on the narrowest screen."""
STEP = 3.0
CLEAR = 5.0
"""From this distance on, a name is as free as it need be."""


@dataclass(frozen=True)
class Name:
    """A district's name in lines, and the middle of its first line."""

    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    half_width: float
    half_height: float

    def distance(self, point: Point) -> float:
        """Return how far a point lies outside the box."""
        return math.hypot(
            max(abs(point[0] - self.x) - self.half_width, 0), max(abs(point[1] - self.y) - self.half_height, 0)
        )

    def grown(self, box: "_Box") -> "_Box":
        """Return the box within which the middle of another one may not lie."""
        return _Box(self.x, self.y, self.half_width + box.half_width, self.half_height + box.half_height)


def names(words: Sequence[str], points: Sequence[Point], districts: Sequence[int]) -> list[Name]:
    """Return where the districts' names stand; `districts` says for every place which one it is in."""
    taken: list[_Box] = []
    found = []
    for district, word in enumerate(words):
        lines = tuple(_lines(word))
        box = _best(district, lines, points, districts, taken)
        taken.append(box)
        found.append(Name(lines, box.x, box.y - LINE * (len(lines) - 1) / 2))
    return found


def _lines(words: str) -> list[str]:
    wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return textwrap.wrap(words, 7 if wide else 12) or [""]


def _best(
    district: int, lines: tuple[str, ...], points: Sequence[Point], districts: Sequence[int], taken: list[_Box]
) -> _Box:
    half_width = max(map(_width, lines)) * LETTER / 2
    half_height = len(lines) * LINE / 2
    own = [point for point, of in zip(points, districts, strict=True) if of == district]
    middle = (sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own))
    boxes = [_Box(x, y, half_width, half_height) for x, y in _grid(half_width, half_height)]
    inside = [box for box in boxes if _nearest((box.x, box.y), points, districts) == district]
    return max(
        inside or [_Box(*middle, half_width, half_height)],
        key=lambda box: (_freedom(box, points, taken), -math.dist((box.x, box.y), middle)),
    )


def _grid(half_width: float, half_height: float) -> list[Point]:
    """Return the places at which a box stays within the frame."""
    across = range(int((WIDTH - 2 * half_width - 2) // STEP) + 1)
    down = range(int((HEIGHT - 2 * half_height - 2) // STEP) + 1)
    return [(half_width + 1 + STEP * column, half_height + 1 + STEP * row) for row in down for column in across]


def _freedom(box: _Box, points: Sequence[Point], taken: list[_Box]) -> float:
    """Return how far a name keeps from places and other names, no further than matters."""
    from_points = min(box.distance(point) for point in points)
    from_names = min((other.grown(box).distance((box.x, box.y)) + 3 for other in taken), default=CLEAR)
    return min(from_points, from_names, CLEAR)


def _nearest(point: Point, points: Sequence[Point], districts: Sequence[int]) -> int:
    return districts[min(range(len(points)), key=lambda number: math.dist(point, points[number]))]


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)
