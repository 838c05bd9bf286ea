"""The directory is filtered by a plain form, through addresses that can be read and passed on."""

from typing import Any

import pytest
from django.test import Client

from institutions.models import DirectoryPage, District, Field, InstitutionField, InstitutionKind
from tests import reading
from tests.conftest import Tree
from tests.factories import image, institution, published, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(zh: Tree) -> DirectoryPage:
    """Three institutions: a library of the north, a platform of the south, one without any term."""
    terms: dict[str, Any] = {"locale": zh.locale}
    library = term(InstitutionKind, "图书馆", slug="library", sort_order=1, **terms)
    platform = term(InstitutionKind, "平台", slug="platform", sort_order=2, **terms)
    north, south = (
        term(District, name, slug=slug, **terms) for name, slug in (("北区", "north"), ("南区", "south"))
    )
    industry = term(Field, "工业设计", slug="industry", **terms)
    craft = term(Field, "手工艺", slug="craft", **terms)
    first = institution(zh.directory, "A 图书馆", institution_kind=library, district=north)
    second = institution(zh.directory, "B 平台", institution_kind=platform, district=south)
    institution(zh.directory, "C 学院")
    published(first, institution_fields=[InstitutionField(field=industry), InstitutionField(field=craft)])
    published(second, institution_fields=[InstitutionField(field=industry)])
    return zh.directory


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["A 图书馆", "B 平台", "C 学院"]),
        ({"kind": "library"}, ["A 图书馆"]),
        ({"field": "industry"}, ["A 图书馆", "B 平台"]),
        ({"field": "craft"}, ["A 图书馆"]),
        ({"district": "south"}, ["B 平台"]),
        ({"kind": "library", "field": "craft", "district": "north"}, ["A 图书馆"]),
        ({"kind": "library", "district": "south"}, []),
        ({"kind": "", "field": "", "district": ""}, ["A 图书馆", "B 平台", "C 学院"]),
        ({"kind": "图书馆"}, []),
        ({"kind": "x" * 10_000}, []),
        ({"district": "'; DROP TABLE"}, []),
        ({"page": "-1"}, ["A 图书馆", "B 平台", "C 学院"]),
        ({"page": "abc"}, ["A 图书馆", "B 平台", "C 学院"]),
        ({"page": "99999999999"}, ["A 图书馆", "B 平台", "C 学院"]),
    ],
)
def test_the_filters_let_through(
    directory: DirectoryPage, client: Client, params: dict[str, str], found: list[str]
) -> None:
    assert reading.titles(client, directory.url, **params) == found


def test_the_filters_are_a_form_that_works_without_javascript(directory: DirectoryPage, client: Client) -> None:
    soup = reading.page(client, directory.url, kind="platform")
    form = next(form for form in soup.find_all("form") if form.find("select"))
    assert form["method"] == "get"
    assert form["action"] == directory.url
    assert form.find("button", type="submit") is not None
    offered = {
        select["name"]: [option["value"] for option in select.find_all("option")] for select in form("select")
    }
    assert offered == {
        "kind": ["", "library", "platform"],
        "field": ["", "industry", "craft"],
        "district": ["", "north", "south"],
    }
    assert [option["value"] for option in form.find_all("option", selected=True)] == ["platform"]
    labelled = {label["for"] for label in form.find_all("label")}
    assert {select["id"] for select in form("select")} <= labelled


def test_the_terms_offered_are_the_languages_own(directory: DirectoryPage, en: Tree, client: Client) -> None:
    for source in InstitutionKind.objects.all():
        translation = source.copy_for_translation(en.locale)
        translation.name = source.slug.title()
        translation.save()
    soup = reading.page(client, en.directory.url)
    kinds = reading.one(soup, "select[name=kind]")
    assert [(option["value"], option.get_text()) for option in kinds.find_all("option")][1:] == [
        ("library", "Library"),
        ("platform", "Platform"),
    ]


def test_the_address_of_a_filter_is_the_same_in_every_language(
    directory: DirectoryPage, en: Tree, client: Client
) -> None:
    kind = InstitutionKind.objects.get(slug="library").copy_for_translation(en.locale)
    kind.name = "Library"
    kind.save()
    institution(en.directory, "Sample library", institution_kind=kind)
    assert reading.titles(client, en.directory.url, kind="library") == ["Sample library"]


def test_a_longer_directory_costs_no_more_queries(zh: Tree, client: Client) -> None:
    terms: dict[str, Any] = {
        "institution_kind": term(InstitutionKind, "平台", locale=zh.locale),
        "district": term(District, "北区", locale=zh.locale),
        "logo": image(),
    }
    institution(zh.directory, "第一家", **terms)
    few = reading.queries(client, zh.directory.url)
    for number in range(8):
        institution(zh.directory, f"第{number}家", **terms)
    many = reading.queries(client, zh.directory.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
