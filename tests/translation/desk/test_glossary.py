"""Terms are found where they stand, and a translation that does not follow them is noticed."""

from typing import Any

import pytest
from wagtail.models import Locale

from translating.glossary.finding import Breach, Glossary
from translating.glossary.models import GlossaryTerm, GlossaryTranslation

pytestmark = pytest.mark.django_db


@pytest.fixture
def glossary(zh: Any) -> Glossary:
    """A small glossary for English."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    for term, approved, forbidden in [
        ("工业设计", "industrial design", "product design; art"),
        ("设计", "design", ""),
        ("支撑机构（平台）", "supporting institution (platform)", ""),
        ("PLM系统", "PLM system", ""),
    ]:
        one = GlossaryTerm.objects.create(term=term)
        GlossaryTranslation.objects.create(term=one, locale=english, approved=approved, forbidden=forbidden)
    return Glossary(english)


@pytest.mark.parametrize(
    ("segment", "terms"),
    [
        ("工业设计的<b>设计</b>奖", ["工业设计", "设计"]),
        ("工业设计周", ["工业设计"]),
        ("工业<i>设计</i>周", ["工业设计"]),
        ("支撑机构(平台)名单", ["支撑机构（平台）"]),
        ("plm系统", ["PLM系统"]),
        ("天气", []),
        ("", []),
    ],
)
def test_terms_are_found_the_longest_first_and_each_once(
    glossary: Glossary, segment: str, terms: list[str]
) -> None:
    assert [one.term.term for one in glossary.within(segment)] == terms


@pytest.mark.parametrize(
    ("said", "breaches"),
    [
        ("Industrial Design Week", []),
        ("A week of industrial designs", []),
        ("Design week", [Breach("工业设计", "industrial design")]),
        ("Industrial designer week", [Breach("工业设计", "industrial design")]),
        ("Industrial design (art) week", [Breach("工业设计", "industrial design", "art")]),
        ("Industrial design starts", []),
    ],
)
def test_a_translation_follows_the_terms_or_is_noticed(
    glossary: Glossary, said: str, breaches: list[Breach]
) -> None:
    assert glossary.breaches("工业设计周", said) == breaches


def test_the_glossary_costs_one_query(glossary: Glossary, django_assert_num_queries: Any) -> None:
    english = Locale.objects.get(language_code="en")
    with django_assert_num_queries(1):
        Glossary(english).breaches("工业设计周", "Design")
