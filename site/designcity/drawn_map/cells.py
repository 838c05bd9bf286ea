"""The ground that lies nearer to one place than to any other, which stands for its neighbourhood."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from designcity.drawn_map.frame import HEIGHT, WIDTH, Point

FRAME: tuple[Point, ...] = ((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT))


@dataclass(frozen=True)
class Edge:
    """A side of a cell, and the number of the place on its other side; None at the frame."""

    start: Point
    end: Point
    neighbour: int | None


def cells(points: Sequence[Point]) -> list[list[Edge]]:
    """Return the sides of every place's cell, in the order of the places; no two may stand in one place."""
    return [_cell(number, points) for number in range(len(points))]


def _cell(number: int, points: Sequence[Point]) -> list[Edge]:
    here = points[number]
    edges = [Edge(start, end, None) for start, end in zip(FRAME, (*FRAME[1:], FRAME[0]), strict=True)]
    others = sorted((math.dist(here, point), other) for other, point in enumerate(points) if other != number)
    for distance, other in others:
        if distance / 2 > max(math.dist(here, edge.start) for edge in edges):
            break
        edges = _cut(edges, here, points[other], other)
    return edges


def _cut(edges: list[Edge], here: Point, there: Point, other: int) -> list[Edge]:
    """Return the sides of what is left of a cell on this side of the middle between two places."""
    kept: list[Edge] = []
    for edge in edges:
        start, end = _beyond(edge.start, here, there), _beyond(edge.end, here, there)
        if start > 0 and end > 0:
            continue
        crossing = _between(edge, start, end) if (start > 0) != (end > 0) else None
        first = crossing if start > 0 and crossing else edge.start
        last = crossing if end > 0 and crossing else edge.end
        kept.append(Edge(first, last, edge.neighbour))
    return _closed(kept, other)


def _closed(edges: list[Edge], other: int) -> list[Edge]:
    """Return the sides with a new one, towards `other`, where the cut has left them apart."""
    closed: list[Edge] = []
    for edge, following in zip(edges, [*edges[1:], *edges[:1]], strict=True):
        closed.append(edge)
        if edge.end != following.start:
            closed.append(Edge(edge.end, following.start, other))
    return closed


def _beyond(point: Point, here: Point, there: Point) -> float:
    """Return how far a point lies beyond the middle between two places; negative on this side."""
    return (point[0] - (here[0] + there[0]) / 2) * (there[0] - here[0]) + (
        point[1] - (here[1] + there[1]) / 2
    ) * (there[1] - here[1])


def _between(edge: Edge, start: float, end: float) -> Point:
    share = start / (start - end)
    return (
        edge.start[0] + (edge.end[0] - edge.start[0]) * share,
        edge.start[1] + (edge.end[1] - edge.start[1]) * share,
    )
