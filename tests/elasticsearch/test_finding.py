import pytest

from search.asking import engine
from search.asking.facets import Chosen
from search.elasticsearch import client
from search.updates.worker import bring_all
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article, institution

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


def test_a_chinese_word_finds_itself_and_not_its_scattered_characters(zh: Tree, find: Find) -> None:
    article(zh.news, "设计之都的一天")
    article(zh.news, "设备与计划，都在之前")
    assert find("设计之都", kind="news") == ["设计之都的一天"]


@pytest.mark.parametrize("text", ["支撑机构座谈", "设计之都座谈会", "设计之都 & 座谈会", "召开机构"])
def test_words_typed_without_a_space_between_them_are_found(zh: Tree, find: Find, text: str) -> None:
    article(zh.news, "为创建设计之都，市里召开支撑机构（平台）座谈会")
    article(zh.news, "桥上的灯")
    assert find(text, kind="news") == ["为创建设计之都，市里召开支撑机构（平台）座谈会"]


def test_a_latin_word_beside_han_text_is_required(zh: Tree, find: Find) -> None:
    article(zh.news, "设计之都 UNESCO 十年")
    article(zh.news, "设计之都的一天")
    assert find("设计之都unesco", kind="news") == ["设计之都 UNESCO 十年"]


def test_words_in_the_middle_of_a_sentence_are_found(zh: Tree, find: Find) -> None:
    article(zh.news, "市里召开支撑机构座谈会")
    assert find("座谈") == ["市里召开支撑机构座谈会"]


def test_a_single_character_finds_something(zh: Tree, find: Find, suggest: Find) -> None:
    article(zh.news, "市里召开支撑机构座谈会")
    assert find("座") == ["市里召开支撑机构座谈会"]
    assert suggest("座") == ["市里召开支撑机构座谈会"]


def test_all_words_are_required(en: Tree, find: Find) -> None:
    article(en.news, "A symposium on platforms")
    article(en.news, "A symposium on something else")
    assert find("symposium platforms", "en") == ["A symposium on platforms"]


def test_english_words_are_found_by_their_stems(en: Tree, find: Find) -> None:
    article(en.news, "Designers met")
    assert find("design", "en", "news") == ["Designers met"]
    assert find("designer", "en", "news") == ["Designers met"]


def test_accents_width_and_case_make_no_difference(en: Tree, find: Find) -> None:
    article(en.news, "Café culture")
    assert find("ＣＡＦＥ", "en") == ["Café culture"]


def test_the_beginning_of_the_last_word_is_enough(en: Tree, find: Find, suggest: Find) -> None:
    article(en.news, "The Commission held a symposium")
    assert suggest("symp", "en") == ["The Commission held a symposium"]
    assert suggest("commission symp", "en") == ["The Commission held a symposium"]
    assert find("symp", "en") == ["The Commission held a symposium"]


def test_a_title_ranks_above_a_summary_and_an_exact_title_above_all(en: Tree, find: Find) -> None:
    article(en.news, "Something else", summary="It mentions the design week once.")
    article(en.news, "Design week begins with a long programme")
    article(en.news, "Design week")
    assert find("design week", "en") == [
        "Design week",
        "Design week begins with a long programme",
        "Something else",
    ]


def test_an_institution_is_found_by_its_short_name(zh: Tree, find: Find, suggest: Find) -> None:
    institution(zh.directory, "示例工业设计促进中心", short_name="工促中心")
    assert find("工促") == ["示例工业设计促进中心"]
    assert suggest("工促") == ["示例工业设计促进中心"]


def test_each_language_has_its_own_answers(zh: Tree, en: Tree, find: Find) -> None:
    article(zh.news, "Design 设计")
    article(en.news, "Design")
    assert find("design", kind="news") == ["Design 设计"]
    assert find("design", "en", "news") == ["Design"]


def test_words_of_the_body_are_found_and_marked(en: Tree, find: Find) -> None:
    article(en.news, "Plain", body=[("text", "<p>Terraces &amp; <b>bridges</b> everywhere.</p>")])
    assert find("bridges", "en") == ["Plain"]
    snippets = engine.find("en", "bridges").items[0].snippets
    assert [snippet.html for snippet in snippets] == ["Terraces &amp; <mark>bridges</mark> everywhere."]


def test_markup_in_a_text_reaches_nobody_as_markup(en: Tree, find: Find) -> None:
    article(en.news, "Plain", summary="<script>alert(1)</script> bridges")
    assert find("bridges", "en") == ["Plain"]
    assert "<script>" not in "".join(snippet.html for snippet in engine.find("en", "bridges").items[0].snippets)


def test_the_counts_of_all_kinds_stay_when_one_is_chosen(zh: Tree, find: Find) -> None:
    article(zh.news, "示例新闻")
    institution(zh.directory, "示例机构")
    assert find("示例", kind="news") == ["示例新闻"]
    results = engine.find("zh-hans", "示例", Chosen(kind="news"))
    assert results.facets["kind"] == {"news": 1, "institution": 1}
    assert results.total == 1


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "title:(a AND",
        '"',
        "\\",
        "/.*/",
        "~0.8",
        "🙂🙂",
        "AND OR NOT",
        "{}[]",
        "设" * 120,
        "a " * 60,
        "<b>",
    ],
)
def test_no_query_is_an_error(text: str, zh: Tree, find: Find) -> None:
    assert find(text) == []
    assert not engine.find("zh-hans", text).from_database
    assert not engine.suggest("zh-hans", text).from_database
    assert bring_all() == 0
    assert client.configured()
