"""From latitude and longitude to places in the frame of the drawing, none on top of another."""

import math
from collections.abc import Sequence
from itertools import combinations

Point = tuple[float, float]

WIDTH, HEIGHT = 100.0, 75.0
"""The frame's size in its own units: hundredths of its width."""
MARGIN = 10.0
APART = 8.0
"""How far two places stand apart at least: a little more than a finger's breadth on a phone."""
ROUNDS = 80


def placed(positions: Sequence[tuple[float, float]]) -> list[Point]:
    """Return where positions (latitude, longitude, in degrees) stand in the frame, north above.

    Distances are true to each other, until places that would cover one another are moved apart.
    """
    return _spread(_fitted(_flat(positions)))


def _flat(positions: Sequence[tuple[float, float]]) -> list[Point]:
    """Return the positions on a plane about the first of them, across the date line too."""
    first_latitude, first_longitude = positions[0]
    shrink = math.cos(math.radians(first_latitude))
    return [
        (((longitude - first_longitude + 180) % 360 - 180) * shrink, -latitude)
        for latitude, longitude in positions
    ]


def _fitted(points: list[Point]) -> list[Point]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(
        (WIDTH - 2 * MARGIN) / wide if wide else math.inf, (HEIGHT - 2 * MARGIN) / high if high else math.inf
    )
    scale = scale if math.isfinite(scale) else 0.0
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [(WIDTH / 2 + (x - middle_x) * scale, HEIGHT / 2 + (y - middle_y) * scale) for x, y in points]


def _spread(points: list[Point]) -> list[Point]:
    for _ in range(ROUNDS):
        moved = _pushed(points)
        if moved == points:
            break
        points = moved
    return points


def _pushed(points: list[Point]) -> list[Point]:
    """Return the points after every two that stand too close have each given way by half of what lacks."""
    shifts = [(0.0, 0.0)] * len(points)
    for (one, a), (other, b) in combinations(enumerate(points), 2):
        distance = math.dist(a, b)
        if distance >= APART:
            continue
        step, (x, y) = (APART - distance) / 2 + 0.05, _direction(a, b, one + other)
        shifts[one] = (shifts[one][0] - x * step, shifts[one][1] - y * step)
        shifts[other] = (shifts[other][0] + x * step, shifts[other][1] + y * step)
    return [_inside((x + dx, y + dy)) for (x, y), (dx, dy) in zip(points, shifts, strict=True)]


def _direction(a: Point, b: Point, turn: int) -> Point:
    """Return the direction from a to b as a step of length 1; two in one place part in one of many ways."""
    distance = math.dist(a, b)
    if distance:
        return (b[0] - a[0]) / distance, (b[1] - a[1]) / distance
    return math.cos(turn * 2.4), math.sin(turn * 2.4)


def _inside(point: Point) -> Point:
    edge = MARGIN / 2
    return min(max(point[0], edge), WIDTH - edge), min(max(point[1], edge), HEIGHT - edge)
