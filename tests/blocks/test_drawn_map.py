"""The drawing of a map from positions alone."""

import math
import random
from itertools import combinations

import pytest

from designcity.drawn_map.cells import cells
from designcity.drawn_map.drawing import SHADES, Place, drawing
from designcity.drawn_map.frame import APART, HEIGHT, MARGIN, WIDTH, placed


def area(edges: list) -> float:
    """Return the area within the sides of a cell."""
    return abs(sum(edge.start[0] * edge.end[1] - edge.end[0] * edge.start[1] for edge in edges)) / 2


def scattered(count: int) -> list[tuple[float, float]]:
    chance = random.Random(7)  # noqa: S311  (no secret)
    return [(29 + chance.random(), 106 + chance.random()) for _ in range(count)]


def test_far_and_near_stay_far_and_near() -> None:
    west, middle, east = placed([(0, 10), (0, 11), (0, 14)])
    assert math.dist(middle, east) / math.dist(west, middle) == pytest.approx(3)
    assert west[1] == middle[1] == east[1] == HEIGHT / 2


def test_a_degree_of_longitude_is_shorter_far_from_the_equator() -> None:
    west, east, north = placed([(60, 10), (60, 11), (61, 10)])
    assert math.dist(west, north) / math.dist(west, east) == pytest.approx(2, rel=0.01)


def test_a_city_on_the_date_line_stays_together() -> None:
    west, east = placed([(-17, 179.9), (-17, -179.9)])
    assert west[0] < east[0]
    assert east[0] - west[0] == pytest.approx(WIDTH - 2 * MARGIN)


def test_one_place_stands_in_the_middle() -> None:
    assert placed([(29, 106)]) == [(WIDTH / 2, HEIGHT / 2)]


@pytest.mark.parametrize(
    "positions", [[(29.0, 106.0)] * 5, [(29, 106), (29.0001, 106), (30, 107)], scattered(30)]
)
def test_places_that_would_cover_each_other_are_moved_apart(positions: list[tuple[float, float]]) -> None:
    points = placed(positions)
    assert min(math.dist(a, b) for a, b in combinations(points, 2)) > APART * 0.9
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in points)


@pytest.mark.parametrize("count", [1, 2, 3, 12, 60])
def test_the_cells_cover_the_ground_once(count: int) -> None:
    ground = cells(placed(scattered(count)))
    assert sum(map(area, ground)) == pytest.approx(WIDTH * HEIGHT)


def test_a_cell_knows_its_neighbours_and_they_know_it() -> None:
    ground = cells(placed(scattered(20)))
    beside = {
        (one, edge.neighbour)
        for one, edges in enumerate(ground)
        for edge in edges
        if edge.neighbour is not None
    }
    assert beside == {(other, one) for one, other in beside}


def test_districts_beside_each_other_have_different_shades_and_no_district_has_none() -> None:
    places = [Place(29 + row, 106 + column, f"{row}{column}") for row in range(3) for column in range(3)]
    shades = [region.shade for region in drawing(tuple(places)).regions]
    assert all(
        shades[3 * row + column] != shades[3 * row + column + 1] for row in range(3) for column in range(2)
    )
    assert set(shades) <= set(range(1, SHADES + 1))
    assert [region.shade for region in drawing((Place(29, 106, ""),)).regions] == [0]


def test_borders_are_drawn_between_districts_only() -> None:
    assert drawing((Place(29, 106, "北区"), Place(30, 106, "北区"))).borders == ""
    assert drawing((Place(29, 106, "北区"), Place(30, 106, "南区"))).borders.count("M") == 1


def test_long_names_are_broken_and_stay_within_the_frame() -> None:
    places = (Place(29, 106, "Sample Riverside District"), Place(29.1, 106.1, "示例滨江新区第二街道"))
    latin, han = drawing(places).names
    assert latin.lines == ("Sample", "Riverside", "District")
    assert han.lines == ("示例滨江新区第", "二街道")
    assert all(0 < name.x < 100 and 0 < name.y < 100 for name in (latin, han))


def test_sixty_places_in_one_street_can_be_drawn() -> None:
    drawn = drawing(tuple(Place(29, 106, f"{number % 7}") for number in range(60)))
    assert len(drawn.places) == 60
    assert len(drawn.regions) == len(drawn.names) == 7
