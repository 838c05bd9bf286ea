"""Whatever was translated here is offered again, exactly or by its likeness."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from tests.translation.desk.headlines import translation_of
from translating.memory.asking import offers
from translating.memory.learning import learn_all
from translating.memory.models import Entry
from translating.memory.writing import write

pytestmark = pytest.mark.django_db
PAIR = ("zh-hans", "en")


def keep(source: str, target: str, **facts: Any) -> None:
    """Put a pair into the memory."""
    facts = {"source_language": "zh-hans", "target_language": "en", "used_at": timezone.now()} | facts
    write([Entry(source=source, target=target, **facts)])


def asked(segment: str) -> list[tuple[int, str]]:
    """Return likeness and text of what is offered for one segment."""
    return [(one.likeness, one.target) for one in offers([segment], *PAIR)[0]]


def test_the_same_words_are_offered_whatever_their_mark_up() -> None:
    keep("支撑机构<b>座谈会</b>召开", "A symposium was held")
    assert asked("支撑机构座谈会召开") == [(100, "A symposium was held")]


def test_similar_words_are_offered_with_their_likeness_the_likest_first() -> None:
    keep("支撑机构座谈会在南岸区召开", "A symposium was held in Nan'an")
    keep("支撑机构座谈会昨天在渝中区顺利召开", "A symposium was held in Yuzhong yesterday")
    keep("天气晴朗", "The weather is fine")
    found = asked("支撑机构座谈会在渝北区召开")
    assert [text for _likeness, text in found] == [
        "A symposium was held in Nan'an",
        "A symposium was held in Yuzhong yesterday",
    ]
    assert [likeness for likeness, _text in found] == [85, 80]


def test_a_short_segment_is_found_when_it_is_the_same() -> None:
    keep("新闻", "News")
    assert asked("新闻") == [(100, "News")]
    assert asked("新") == []


def test_english_originals_are_found_too() -> None:
    keep("The library opens on Monday", "图书馆周一开放", source_language="en", target_language="zh-hans")
    (found,) = offers(["The library opens on Tuesday"], "en", "zh-hans")
    assert [one.target for one in found] == ["图书馆周一开放"]


def test_other_languages_are_not_offered() -> None:
    keep("新闻", "ニュース", target_language="ja")
    assert asked("新闻") == []


def test_the_same_pair_is_kept_once_with_its_last_use() -> None:
    keep("新闻", "News", origin="第一页")
    keep("新闻", "News", origin="第二页")
    assert list(Entry.objects.values_list("origin", flat=True)) == ["第二页"]


def test_several_translations_of_one_text_are_all_offered_the_latest_first() -> None:
    keep("行动", "Action", used_at=timezone.now() - datetime.timedelta(days=1))
    keep("行动", "Campaign")
    assert asked("行动") == [(100, "Campaign"), (100, "Action")]


def test_whatever_is_asked_costs_two_queries(django_assert_num_queries: Any) -> None:
    keep("支撑机构座谈会召开", "A symposium was held")
    with django_assert_num_queries(2):
        offers(["支撑机构座谈会召开", "支撑机构座谈会将召开", "\0", "", "天" * 5000], *PAIR)


def test_the_memory_learns_from_the_translation_editor(zh: Any, en: Any) -> None:
    translation_of(zh, "设计周开幕", "Design week opens")
    assert asked("设计周开幕") == [(100, "Design week opens")]
    assert Entry.objects.get(source="设计周开幕").origin == "设计周开幕"


def test_words_of_a_machine_and_broken_ones_are_not_learnt(zh: Any, en: Any) -> None:
    translation_of(zh, "设计周开幕", "<script>Design</script>")
    translation_of(zh, "设计周闭幕", "Words", translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    assert Entry.objects.filter(source__startswith="设计周").count() == 0


def test_what_was_translated_before_is_learnt_at_once(zh: Any, en: Any) -> None:
    translation_of(zh, "设计周开幕", "Design week opens")
    Entry.objects.all().delete()
    assert learn_all() >= 1
    assert asked("设计周开幕") == [(100, "Design week opens")]


def test_the_memory_outlives_the_page(zh: Any, en: Any) -> None:
    page = translation_of(zh, "设计周开幕", "Design week opens")
    page.delete()
    assert asked("设计周开幕") == [(100, "Design week opens")]
