"""The drawing itself: regions, borders, names and places, as numbers that a template puts into SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from designcity.drawn_map.cells import Edge, cells
from designcity.drawn_map.frame import HEIGHT, WIDTH, Point, placed
from designcity.drawn_map.names import Name, names

SHADES = 5
"""How many shades of ground the style knows."""


@dataclass(frozen=True)
class Place:
    """Something with a position in degrees, and the name of its district; empty without one."""

    latitude: float
    longitude: float
    district: str


@dataclass(frozen=True)
class Region:
    """The ground of a district: an SVG path, and which shade it has; 0 is that of no district."""

    path: str
    shade: int


@dataclass(frozen=True)
class Drawing:
    """What stands on the map; places in percent of its width and height, paths in the frame's units."""

    regions: tuple[Region, ...]
    borders: str
    names: tuple[Name, ...]
    places: tuple[Point, ...]


@lru_cache(maxsize=64)
def drawing(places: tuple[Place, ...]) -> Drawing:
    """Return the map of some places, at least one; the same places always give the same map."""
    points = placed([(place.latitude, place.longitude) for place in places])
    districts = list(dict.fromkeys(place.district for place in places))
    numbers = [districts.index(place.district) for place in places]
    ground = cells(points)
    shades = _shades(districts, numbers, ground)
    regions = [
        Region(_region(district, numbers, ground), shades[district]) for district in range(len(districts))
    ]
    written = [Name(name.lines, *_percent((name.x, name.y))) for name in names(districts, points, numbers)]
    return Drawing(
        tuple(regions),
        _borders(numbers, ground),
        tuple(name for name in written if name.lines != ("",)),
        tuple(_percent(point) for point in points),
    )


def _shades(districts: list[str], numbers: Sequence[int], ground: list[list[Edge]]) -> list[int]:
    """Return a shade for every district, another one than its neighbours' as long as there are enough."""
    beside: list[set[int]] = [set() for _ in districts]
    for number, edges in zip(numbers, ground, strict=True):
        beside[number] |= {numbers[edge.neighbour] for edge in edges if edge.neighbour is not None} - {number}
    shades: list[int] = []
    for district, name in enumerate(districts):
        used = {shades[other] for other in beside[district] if other < district}
        free = [shade for shade in range(1, SHADES + 1) if shade not in used]
        shades.append((free or [1 + district % SHADES])[0] if name else 0)
    return shades


def _region(district: int, numbers: Sequence[int], ground: list[list[Edge]]) -> str:
    own = [edges for number, edges in zip(numbers, ground, strict=True) if number == district]
    return "".join("M" + "L".join(_pair(edge.start) for edge in edges) + "Z" for edges in own)


def _borders(numbers: Sequence[int], ground: list[list[Edge]]) -> str:
    """Return the path of all sides between two districts, each once."""
    return "".join(
        f"M{_pair(edge.start)}L{_pair(edge.end)}"
        for place, edges in enumerate(ground)
        for edge in edges
        if edge.neighbour is not None and place < edge.neighbour and numbers[place] != numbers[edge.neighbour]
    )


def _pair(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _percent(point: Point) -> Point:
    return round(point[0] / WIDTH * 100, 2), round(point[1] / HEIGHT * 100, 2)
