"""What was translated before is filled in by itself, with care, and marked until somebody has looked."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation

from removals.takedowns.taking import take_down
from tests.conftest import Tree
from tests.factories import article, published
from tests.translation.desk.headlines import submitted, translated, translation_of
from translating.checks import filled
from translating.filling.marks import MEMORY, confirm, marked
from translating.filling.repeats import fill
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.memory.models import Entry
from translating.memory.writing import write

pytestmark = pytest.mark.django_db


def keep(source: str, target: str, days_ago: int = 0, **facts: Any) -> None:
    """Put a pair into the memory."""
    used_at = timezone.now() - datetime.timedelta(days=days_ago)
    facts = {"source_language": "zh-hans", "target_language": "en", "used_at": used_at} | facts
    write([Entry(source=source, target=target, **facts)])


def words(translation: Translation) -> dict[str, str]:
    """Return what the segments of a page are translated into, by their original words."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return {one.string.data: one.translation for one in segments.select_related("string") if one.translation}


def test_a_page_that_is_submitted_gets_what_was_translated_before_and_its_readers_too(
    zh: Tree, en: Tree
) -> None:
    translation_of(zh, "设计周开幕", "Design week opens")
    translation = submitted(article(zh.news, "设计周开幕", summary="三天的展览"))
    assert words(translation) == {"设计周开幕": "Design week opens"}
    assert [one.data for one in marked(translation)] == ["Design week opens"]
    page = translation.get_target_instance()
    assert (page.title, page.draft_title) == ("Design week opens", "Design week opens")


def test_a_page_that_is_brought_up_to_date_gets_it_too(zh: Tree, en: Tree) -> None:
    translation_of(zh, "设计周开幕", "Design week opens")
    page = article(zh.news, "天气晴朗")
    translation = submitted(page)
    page.title = "设计周开幕"
    published(page)
    translation.source.update_from_db()
    assert words(translation)["设计周开幕"] == "Design week opens"


def test_a_segment_that_is_translated_is_filled_in_where_it_waits_elsewhere(zh: Tree, en: Tree) -> None:
    waiting = submitted(article(zh.news, "别处", summary="设计周开幕"))
    translation_of(zh, "设计周开幕", "Design week opens")
    assert words(waiting)["设计周开幕"] == "Design week opens"
    assert marked(waiting).count() == 1


def test_an_address_is_never_filled_in(zh: Tree, en: Tree) -> None:
    translation_of(zh, "新闻", "News")
    first = article(zh.news, "新闻甲", slug="jia")
    keep("jia", "one")
    assert "jia" not in words(submitted(first))


def test_a_persons_word_is_never_covered(zh: Tree, en: Tree) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    translated(translation, {"座谈会": "My own words"})
    keep("座谈会", "Symposium")
    assert fill(translation) == 0
    assert words(translation)["座谈会"] == "My own words"


def test_words_with_a_mistake_are_a_persons_too(zh: Tree, en: Tree) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    translated(translation, {"座谈会": "<script>broken</script>"})
    keep("座谈会", "Symposium")
    assert fill(translation) == 0


def test_the_newest_one_is_taken(zh: Tree, en: Tree) -> None:
    keep("行动", "Action", days_ago=9)
    keep("行动", "Campaign")
    assert words(submitted(article(zh.news, "行动")))["行动"] == "Campaign"


def test_the_same_field_goes_before_what_is_newer(zh: Tree, en: Tree) -> None:
    translated(submitted(article(zh.news, "行动", summary="别的")), {"行动": "Headline"})
    translated(submitted(article(zh.news, "另一篇", summary="行动")), {"行动": "Summary"})
    assert words(submitted(article(zh.news, "行动", summary="三篇")))["行动"] == "Headline"
    assert words(submitted(article(zh.news, "四篇", summary="行动")))["行动"] == "Summary"


def test_the_same_page_goes_before_all(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "行动", summary="别的")
    translated(submitted(page), {"行动": "Here"})
    translated(submitted(article(zh.news, "另一篇", summary="行动")), {"行动": "Elsewhere"})
    page.title, page.summary = "改了", "行动"
    published(page)
    assert words(submitted(page))["行动"] == "Here"


def test_a_translation_that_the_glossary_forbids_is_passed_over(zh: Tree, en: Tree) -> None:
    term = GlossaryTerm.objects.create(term="座谈会")
    english = Locale.objects.get(language_code="en")
    GlossaryTranslation.objects.create(term=term, locale=english, approved="symposium", forbidden="forum")
    keep("座谈会", "Symposium", days_ago=9)
    keep("座谈会", "Forum")
    assert words(submitted(article(zh.news, "座谈会")))["座谈会"] == "Symposium"


@pytest.mark.parametrize(
    ("kept", "target"),
    [
        ("座谈会 召开了", "Not the same words"),
        ("<b>座谈会</b>召开", "<b>A symposium</b> was held"),
        ("座谈会召开", "<script>no</script>"),
        ("座谈会召开", '<a id="a1">A link</a>'),
    ],
)
def test_only_the_same_words_with_a_translation_that_fits_are_filled_in(
    zh: Tree, en: Tree, kept: str, target: str
) -> None:
    keep(kept, target)
    assert "座谈会召开" not in words(submitted(article(zh.news, "座谈会召开")))


def test_other_mark_up_of_the_original_does_not_matter_where_the_translation_has_none(
    zh: Tree, en: Tree
) -> None:
    keep("<b>座谈会</b>召开", "A symposium was held")
    assert words(submitted(article(zh.news, "座谈会召开")))["座谈会召开"] == "A symposium was held"


def test_what_was_taken_down_is_forgotten(zh: Tree, en: Tree, admin_user: Any) -> None:
    take_down(translation_of(zh, "设计周开幕", "Design week opens"), by=admin_user, reason="")
    assert "设计周开幕" not in words(submitted(article(zh.news, "设计周开幕")))


def test_the_mark_goes_when_somebody_confirms_and_the_memory_learns_it_anew(
    zh: Tree, en: Tree, admin_user: Any
) -> None:
    keep("座谈会", "Symposium", days_ago=9)
    translation = submitted(article(zh.news, "座谈会"))
    confirm(marked(translation).get(), admin_user)
    one = StringTranslation.objects.get(translation_of__data="座谈会")
    assert (one.data, one.tool_name, one.last_translated_by) == ("Symposium", "", admin_user)
    assert Entry.objects.get(source="座谈会").by == admin_user


def test_the_mark_goes_when_somebody_saves_other_words(zh: Tree, en: Tree, admin_client: Any) -> None:
    keep("座谈会", "Symposium")
    translation = submitted(article(zh.news, "座谈会"))
    segment = translation.source.stringsegment_set.get(string__data="座谈会", context__path="title")
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
    body = b'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\nMeeting\r\n--x--\r\n'
    assert admin_client.put(address, body, content_type="multipart/form-data; boundary=x").status_code == 200
    assert not marked(translation).exists()
    assert words(translation)["座谈会"] == "Meeting"


def test_the_mark_outlives_the_next_change_of_the_page(zh: Tree, en: Tree) -> None:
    keep("座谈会", "Symposium")
    page = article(zh.news, "座谈会", summary="摘要")
    submitted(page)
    page.summary = "新的摘要"
    published(page)
    assert [one.data for one in marked(submitted(page))] == ["Symposium"]


def test_what_was_filled_in_teaches_the_memory_nothing(zh: Tree, en: Tree) -> None:
    keep("座谈会", "Symposium", origin="第一页")
    submitted(article(zh.news, "座谈会"))
    assert Entry.objects.get(source="座谈会").origin == "第一页"


def test_a_page_of_five_hundred_segments_costs_as_many_queries_as_a_short_one(
    zh: Tree, en: Tree, django_assert_max_num_queries: Any
) -> None:
    numbers = range(500)
    write(
        Entry(
            source=f"第{number}段。",
            target=f"Paragraph {number}.",
            source_language="zh-hans",
            target_language="en",
            used_at=timezone.now(),
        )
        for number in numbers
    )
    body = [("text", "".join(f"<p>第{number}段。</p>" for number in numbers))]
    translation = submitted(article(zh.news, body=body))
    StringTranslation.objects.filter(tool_name=MEMORY).delete()
    with django_assert_max_num_queries(12):
        assert fill(translation) == 500


def test_publishing_warns_of_what_nobody_has_looked_at(
    zh: Tree, en: Tree, admin_client: Any, admin_user: Any
) -> None:
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    keep("座谈会", "Symposium")
    page = submitted(article(zh.news, "座谈会")).get_target_instance()
    (finding,) = filled.check(page)
    sentence = "1 segment was filled in from the translation memory, and nobody has confirmed it yet."
    assert (finding.sentence, finding.severity) == (sentence, "should")
    answer = admin_client.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True)
    assert sentence in answer.content.decode()
    page.refresh_from_db()
    assert page.live


def test_an_original_has_nothing_filled_in(zh: Tree) -> None:
    assert list(filled.check(article(zh.news, "座谈会"))) == []
