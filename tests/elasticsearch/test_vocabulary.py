"""What editors teach the search counts with the next question, without a rebuild."""

import pytest

from designcity.pinyin import PinyinPhrase
from search.asking import engine
from search.asking.results import Hit
from search.models import PromotedResult, SynonymGroup
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article, institution

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


def test_synonyms_count_at_once_within_and_across_languages(zh: Tree, find: Find) -> None:
    article(zh.news, "市里召开座谈会")
    assert find("研讨会") == find("seminar") == []
    group = SynonymGroup.objects.create(words="座谈会\n研讨会\nseminar")
    assert find("研讨会") == find("Seminar") == find("市里 seminar") == ["市里召开座谈会"]
    assert find("seminars of another kind") == []
    group.delete()
    assert find("研讨会") == []


def test_synonyms_of_one_language_count_there_alone(zh: Tree, en: Tree, find: Find) -> None:
    article(zh.news, "召开座谈会")
    article(en.news, "Symposium held")
    SynonymGroup.objects.create(words="座谈会\nsymposium\nmeetup", language_code="en")
    assert find("meetup", "en") == ["Symposium held"]
    assert find("meetup") == []


def test_what_was_typed_comes_before_its_synonyms(zh: Tree, find: Find) -> None:
    article(zh.news, "召开座谈会")
    article(zh.news, "召开研讨会")
    SynonymGroup.objects.create(words="座谈会\n研讨会")
    assert find("研讨会") == ["召开研讨会", "召开座谈会"]


def test_promoted_page_comes_first_in_its_language_alone(zh: Tree, en: Tree, find: Find, suggest: Find) -> None:
    article(zh.news, "会议")
    first, second = institution(zh.directory, "示例图书馆"), institution(zh.directory, "示例学院")
    for order, page in ((2, first), (1, second)):
        PromotedResult.objects.create(
            language_code="zh-hans", queries="会议\nMeeting", page=page, sort_order=order
        )
    assert find("会议") == suggest("会议") == ["示例学院", "示例图书馆", "会议"]
    assert find(" meeting ") == ["示例学院", "示例图书馆"]
    assert find("meeting", "en") == []
    hits: list[Hit] = engine.find("zh-hans", "会议").items
    assert [hit.is_promoted for hit in hits] == [True, True, False]


def test_promoted_page_that_is_private_stays_hidden(zh: Tree, find: Find) -> None:
    page = institution(zh.directory, "示例图书馆")
    PromotedResult.objects.create(language_code="zh-hans", queries="会议", page=page)
    assert find("会议") == ["示例图书馆"]
    page.unpublish()
    assert engine.find("zh-hans", "会议").total == 0


@pytest.mark.parametrize(
    "typed", ["chongqing", "chong qing", "CHONG QING", "cq", "shejizhidu", "sjzd", "she ji zhi"]
)
def test_pinyin_and_initials_find_chinese_titles(zh: Tree, find: Find, suggest: Find, typed: str) -> None:
    article(zh.news, "重庆创建设计之都")
    assert find(typed, kind="news") == ["重庆创建设计之都"]
    assert "重庆创建设计之都" in suggest(typed)


def test_reading_that_editors_set_right_is_followed(zh: Tree, find: Find) -> None:
    article(zh.news, "长廊开放")
    assert find("zhanglang") == []
    PinyinPhrase.objects.create(phrase="长廊", reading="zhang lang")
    assert find("zhanglang") == ["长廊开放"]


def test_han_text_is_never_read_as_pinyin(zh: Tree, find: Find) -> None:
    article(zh.news, "涉及指读")
    assert find("设计之都", kind="news") == []


@pytest.mark.parametrize(("written", "typed"), [("重慶設計", "重庆设计"), ("重庆设计", "重慶設計")])
def test_traditional_and_simplified_are_one(zh: Tree, find: Find, written: str, typed: str) -> None:
    article(zh.news, f"{written}周")
    assert find(typed) == [f"{written}周"]
    assert "<mark>" in engine.find("zh-hans", typed).items[0].title_html
