"""Facets: each counts what all the other choices leave, and narrows what is found."""

import datetime
from typing import Any

import pytest

from search.asking import engine
from search.asking.facets import Chosen
from search.asking.results import Results
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article, category, institution, term

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


@pytest.fixture
def found(zh: Tree, find: Find) -> Any:
    """Return what finds the pages with 示例, narrowed as wanted: four articles, an institution."""
    from institutions.models import District

    policy, events = (
        category(name, slug=slug, locale=zh.locale) for name, slug in (("政策", "p"), ("活动", "e"))
    )
    for number, (year, filed) in enumerate([(2024, policy), (2025, policy), (2025, events), (2026, events)]):
        article(zh.news, f"示例{number}", display_date=datetime.date(year, 5, number + 1), category=filed)
    north = term(District, "北区", slug="north", locale=zh.locale)
    institution(zh.directory, "示例机构", district=north)
    find("示例")
    return lambda **chosen: engine.find("zh-hans", "示例", Chosen(**chosen))


def titles(results: Results) -> list[str]:
    """Return the titles in their order."""
    return [hit.title for hit in results.items]


@pytest.mark.parametrize(
    ("chosen", "total", "facet", "counts"),
    [
        ({}, 5, "kind", {"news": 4, "institution": 1}),
        ({}, 5, "year", {"2024": 1, "2025": 2, "2026": 1}),
        ({}, 5, "category", {"p": 2, "e": 2}),
        ({}, 5, "district", {"north": 1}),
        ({"year": "2025"}, 2, "category", {"p": 1, "e": 1}),
        ({"year": "2025"}, 2, "year", {"2024": 1, "2025": 2, "2026": 1}),
        ({"year": "2025", "category": "e"}, 1, "year", {"2025": 1, "2026": 1}),
        ({"year": "2025", "category": "e"}, 1, "category", {"p": 1, "e": 1}),
        ({"year": "2025", "category": "e"}, 1, "kind", {"news": 1}),
        ({"district": "north"}, 1, "kind", {"institution": 1}),
        ({"district": "north", "year": "2025"}, 0, "kind", {}),
    ],
)
def test_each_facet_counts_what_the_others_leave(
    found: Any, chosen: dict[str, str], total: int, facet: str, counts: dict[str, int]
) -> None:
    results = found(**chosen)
    assert (results.total, len(results.items)) == (total, total)
    assert results.facets[facet] == counts


def test_newest_come_first_if_wanted(found: Any) -> None:
    assert titles(found(kind="news", sort="date")) == ["示例3", "示例2", "示例1", "示例0"]


def test_facets_without_a_value_stay_behind_those_with_one(found: Any) -> None:
    assert titles(found(sort="date"))[-1] == "示例机构"
