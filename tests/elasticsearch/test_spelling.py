"""Did you mean: for a query that finds nothing, the site's own spelling."""

import pytest
from django.test import Client

from search.asking.query import Question
from search.asking.spelling import other_spelling
from tests import reading
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("zh-hans", "支称基构", "支撑机构"),
        ("zh-hans", "涉及之都", "设计之都"),
        ("zh-hans", "支撑机构", ""),
        ("zh-hans", "完全没有", ""),
        ("en", "symposuim platforns", "symposium platforms"),
        ("en", "symposium", ""),
        ("en", "zzzzzz", ""),
        ("en", "", ""),
        ("en", "--", ""),
    ],
)
def test_spelling_of_the_site_is_offered(
    zh: Tree, en: Tree, find: Find, language: str, typed: str, meant: str
) -> None:
    article(zh.news, "设计之都支撑机构座谈会")
    article(en.news, "A symposium on platforms")
    find("")
    assert other_spelling(Question(language, typed)) == meant


def test_reader_who_found_nothing_is_asked(zh: Tree, find: Find, client: Client) -> None:
    article(zh.news, "设计之都支撑机构座谈会")
    find("")
    links = reading.links(client, "/zh-hans/search/", q="支称基构")
    assert "支撑机构" in links


def test_typing_error_in_a_word_of_four_letters_finds_below_what_was_typed(en: Tree, find: Find) -> None:
    article(en.news, "Chairs of the city")
    article(en.news, "Stairs of the city")
    assert find("chairs", "en")[0] == "Chairs of the city"
    assert find("chiars", "en") == ["Chairs of the city"]
    assert find("cat", "en") == []
