"""Institutions on a map that the site draws itself, and the same in a list."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from institutions.models import District, InstitutionKind
from tests import reading
from tests.blocks.rendering import rendered, searched
from tests.conftest import Tree
from tests.factories import institution, term

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "kind": None, "field": None, "district": None}


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def place(latitude: str, longitude: str) -> dict[str, Decimal]:
    return {"latitude": Decimal(latitude), "longitude": Decimal(longitude)}


@pytest.fixture
def city(zh: Tree) -> Tree:
    """Two institutions in the north, one in the south, one in no district, and one without a position."""
    north = term(District, "北区", slug="north", sort_order=1, locale=zh.locale)
    south = term(District, "南区", slug="south", sort_order=2, locale=zh.locale)
    kind = term(InstitutionKind, "平台", slug="platform", locale=zh.locale)
    institution(zh.directory, "南馆", district=south, **place("29.50", "106.50"))
    institution(zh.directory, "乙", district=north, institution_kind=kind, **place("29.60", "106.52"))
    institution(zh.directory, "丙", district=north, **place("29.61", "106.56"))
    institution(zh.directory, "别处", **place("29.55", "106.60"))
    institution(zh.directory, "不知在哪", district=north)
    return zh


def test_the_numbers_on_the_map_are_those_of_the_list(city: Tree) -> None:
    soup = rendered("institution_map", RULE)
    on_map = {spot.select_one("title").get_text(): spot["href"] for spot in soup.select("svg a")}  # type: ignore[union-attr]  # every spot has a title
    listed = {" ".join(row.get_text(" ").split()): row.a["href"] for row in soup.select("li") if row.a}
    assert on_map == listed
    assert [text.split()[0] for text in listed] == ["1", "2", "3", "4"]


def test_the_list_is_by_district_and_what_is_in_none_comes_last(city: Tree) -> None:
    soup = rendered("institution_map", RULE)
    names = [[link.get_text() for link in group.select("a")] for group in soup.select("ol")]
    assert [heading.get_text() for heading in soup.select("h3")][:2] == ["北区", "南区"]
    assert [sorted(group) for group in names] == [["丙", "乙"], ["南馆"], ["别处"]]
    assert [group["start"] for group in soup.select("ol")] == ["1", "3", "4"]


def test_the_map_is_drawn_with_attributes_alone_and_asks_nobody(city: Tree) -> None:
    soup = rendered("institution_map", RULE)
    assert not soup.select("[style], script, img, iframe, image")
    assert {text.get_text(strip=True) for text in soup.select(".map__name")} == {"北区", "南区"}
    assert len(soup.select("path[class*=map__region]")) == 3


def test_the_north_is_above(city: Tree) -> None:
    soup = rendered("institution_map", RULE)
    heights = {
        spot.get_text(" ", strip=True).split()[1]: float(str(reading.one(spot, "svg")["y"]).rstrip("%"))
        for spot in soup.select("svg a")
    }
    assert heights["丙"] < heights["别处"] < heights["南馆"]


def test_the_rule_keeps_to_a_term(city: Tree) -> None:
    kind = InstitutionKind.objects.get()
    assert [link.get_text() for link in rendered("institution_map", RULE | {"kind": kind}).select("li a")] == [
        "乙"
    ]


def test_a_map_of_nothing_is_not_shown(zh: Tree, en: Tree) -> None:
    institution(zh.directory, "无位置")
    assert rendered("institution_map", RULE | {"title": "地图"}).get_text(strip=True) == ""
    institution(zh.directory, "只有中文", **place("1", "1")).copy_for_translation(en.locale, alias=True)
    with translation.override("en"):
        assert rendered("institution_map", RULE).get_text(strip=True) == ""


def test_more_institutions_cost_no_more_queries(
    city: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rendered("institution_map", RULE)
    for _ in range(2):
        with django_assert_num_queries(4):  # locale, restrictions, institutions with their districts, the site
            rendered("institution_map", RULE)
        for number in range(4):
            institution(city.directory, f"新{number}", **place("29.57", f"106.5{number}"))


def test_only_its_title_is_searched() -> None:
    assert searched("institution_map", RULE | {"title": "地图"}) == ["地图"]
