"""Each language is read as it is written: by forms of words in Arabic, by pairs in Japanese."""

import pytest
from pytest_django import Settings

from search.asking import engine
from search.asking.facets import Chosen
from search.elasticsearch import client, indices
from search.elasticsearch.languages import ELISIONS, LETTERS, LOWERCASE, STEMMERS, TOKENIZERS
from search.elasticsearch.mapping import definition
from search.indexing.rebuilding import rebuild
from search.text.typed import cleaned
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article
from tests.four_languages import ARABIC, JAPANESE, offer, tree_in

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]
NAMED = sorted({*ELISIONS, *LETTERS, *LOWERCASE, *STEMMERS, *TOKENIZERS, "ja", "ko", "zh-hant", "x-klingon"})


@pytest.fixture
def ja(zh: Tree, settings: Settings, live_indices: None) -> Tree:
    """The Japanese tree, with an index."""
    offer(settings, "ja")
    tree = tree_in(zh, JAPANESE)
    rebuild("ja")
    return tree


@pytest.fixture
def ar(zh: Tree, settings: Settings, live_indices: None) -> Tree:
    """The Arabic tree, with an index."""
    offer(settings, "ar")
    tree = tree_in(zh, ARABIC)
    rebuild("ar")
    return tree


def _words(code: str, text: str, analyzer: str = "words") -> list[str]:
    name = f"{indices.alias(code)}-try"
    if not client.writing().indices.exists(index=name):
        client.writing().indices.create(index=name, **definition(code))
    answer = client.writing().indices.analyze(index=name, analyzer=analyzer, text=text)
    return [token["token"] for token in answer.body["tokens"]]


FORMS = [
    ("ar", "المدينة", "مدينة"),
    ("de", "Häuser", "Haus"),
    ("es", "ciudades", "ciudad"),
    ("fr", "l'exposition", "expositions"),
    ("ru", "городами", "город"),
    ("tr", "ŞEHİRLER", "şehir"),
    ("fa", "کتاب\u200cها", "كتاب"),
    ("pt-br", "cidades", "cidade"),
    ("x-klingon", "Stadt", "stadt"),
]
"""Two forms of a word, by the language in which they are one."""


def test_elasticsearch_has_every_part_that_we_name() -> None:
    assert [code for code in NAMED if not _words(code, "42")] == []


def test_forms_of_a_word_are_one() -> None:
    for code, one, another in FORMS:
        tokens = _words(code, f"{one} | {another}")
        assert len(set(tokens)) < len(tokens), code


def test_arabic_is_found_by_the_forms_of_its_words(ar: Tree, find: Find) -> None:
    article(ar.news, "المدينة تفتتح معرضًا للمصممين")
    article(ar.news, "جسر جديد")
    for asked in ("مدينة", "المدينة", "مدينه", "معرض", "مَعرِض", "المصممين"):
        assert find(asked, "ar", "news") == ["المدينة تفتتح معرضًا للمصممين"], asked
    assert find("حديقة", "ar", "news") == []


def test_arabic_is_suggested_with_and_without_the_article(ar: Tree, suggest: Find) -> None:
    article(ar.news, "افتتاح المعرض السنوي")
    for typed in ("المع", "معر", "السن", "سنو"):
        assert "افتتاح المعرض السنوي" in suggest(typed, "ar"), typed


def test_japanese_is_found_by_pairs_and_not_by_scattered_characters(
    ja: Tree, find: Find, suggest: Find
) -> None:
    article(ja.news, "デザイン都市のガラス工芸展")
    article(ja.news, "都会の市場で工夫する")
    for asked in ("ガラス", "ガラス工芸", "デザイン都市", "都市", "工芸展", cleaned("ｶﾞﾗｽ").text):
        assert find(asked, "ja", "news") == ["デザイン都市のガラス工芸展"], asked
    assert suggest("ガラ", "ja") == ["デザイン都市のガラス工芸展"]


def test_a_voiced_sound_is_another_letter(ja: Tree, find: Find) -> None:
    article(ja.news, "ガラスの歴史")
    article(ja.news, "カラスの観察")
    assert find("ガラス", "ja", "news") == ["ガラスの歴史"]
    assert find("カラス", "ja", "news") == ["カラスの観察"]


def test_japanese_characters_are_not_made_chinese(ja: Tree, find: Find) -> None:
    article(ja.news, "三谷の工房")
    article(ja.news, "穀物の倉")
    assert find("谷", "ja", "news") == ["三谷の工房"]
    assert find("gu", "ja", "news") == []


def test_traditional_characters_stay_one_with_simplified_ones_in_chinese(zh: Tree, find: Find) -> None:
    article(zh.news, "設計之都的一天")
    assert find("设计之都", kind="news") == ["設計之都的一天"]


def test_each_language_has_its_own_answers(ja: Tree, ar: Tree, zh: Tree, find: Find) -> None:
    article(zh.news, "玻璃 UNESCO")
    article(ja.news, "ガラス UNESCO")
    article(ar.news, "زجاج UNESCO")
    assert find("unesco", "zh-hans", "news") == ["玻璃 UNESCO"]
    assert find("unesco", "ja", "news") == ["ガラス UNESCO"]
    assert find("unesco", "ar", "news") == ["زجاج UNESCO"]


def test_the_database_finds_them_too(ja: Tree, ar: Tree, find: Find) -> None:
    article(ja.news, "デザイン都市のガラス工芸展")
    article(ar.news, "المدينة تفتتح معرضًا للمصممين")
    find("x")
    with pytest.MonkeyPatch.context() as resting:
        resting.setattr(client, "configured", lambda: False)
        for code, asked, title in (
            ("ja", "ガラス", "デザイン都市のガラス工芸展"),
            ("ar", "مدينة", "المدينة تفتتح معرضًا للمصممين"),
            ("ar", "المَعرض", "المدينة تفتتح معرضًا للمصممين"),
        ):
            results = engine.find(code, asked, Chosen(kind="news"))
            assert results.from_database
            assert [hit.title for hit in results.items] == [title], asked
            assert title in [one.title for one in engine.suggest(code, asked).items]
        assert engine.find("ja", "カラス").items == []
