"""Institutions as cards: those that an editor chose, else those of a kind, field or district."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from institutions.models import District, Field, InstitutionField, InstitutionKind
from tests.blocks.rendering import rendered, searched
from tests.conftest import Tree
from tests.factories import institution, published, term

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "pages": [], "kind": None, "field": None, "district": None, "count": 3}


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def titles(**parts: Any) -> list[str]:
    return [card.get_text(strip=True) for card in rendered("institution_cards", RULE | parts).select("h3")]


@pytest.fixture
def terms(zh: Tree) -> dict[str, Any]:
    """Three institutions: B of a kind, A in a district, C in a field of design; the terms by their parts."""
    kind, district, field = (
        term(model, name, slug=slug, locale=zh.locale)
        for model, name, slug in ((InstitutionKind, "平台", "p"), (District, "北区", "n"), (Field, "手工", "c"))
    )
    institution(zh.directory, "B", institution_kind=kind)
    institution(zh.directory, "A", district=district)
    published(institution(zh.directory, "C"), institution_fields=[InstitutionField(field=field)])
    return {"kind": kind, "district": district, "field": field}


def test_the_rule_shows_them_by_name_as_many_as_wanted(terms: dict[str, Any]) -> None:
    assert titles() == ["A", "B", "C"]
    assert titles(count=2) == ["A", "B"]


@pytest.mark.parametrize(("part", "found"), [("kind", ["B"]), ("district", ["A"]), ("field", ["C"])])
def test_the_rule_keeps_to_a_term(terms: dict[str, Any], part: str, found: list[str]) -> None:
    assert titles(**{part: terms[part]}) == found


def test_the_terms_of_a_rule_count_together(terms: dict[str, Any]) -> None:
    assert titles(kind=terms["kind"], district=terms["district"]) == []


def test_those_chosen_by_hand_go_before_the_rule(terms: dict[str, Any], zh: Tree) -> None:
    assert titles(pages=[institution(zh.directory, "Z")], kind=terms["kind"]) == ["Z"]


def test_a_placeholder_is_never_shown(terms: dict[str, Any], zh: Tree, en: Tree) -> None:
    institution(zh.directory, "只有中文").copy_for_translation(en.locale, alias=True)
    with translation.override("en"):
        assert titles() == []


def test_more_cards_cost_no_more_queries(
    terms: dict[str, Any], zh: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        institution(zh.directory, f"D{number}", institution_kind=terms["kind"], district=terms["district"])
    titles()
    for count in (4, 8):
        with django_assert_num_queries(6):  # locale, restrictions, institutions, kinds, districts, the site
            titles(count=count)


def test_only_its_title_is_searched(terms: dict[str, Any]) -> None:
    assert searched("institution_cards", RULE | {"title": "机构"} | terms) == ["机构"]
