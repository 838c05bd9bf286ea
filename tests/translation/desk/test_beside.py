"""Beside each segment stands what was translated before, what has changed, and what the terms are."""

from typing import Any

import pytest
from wagtail.models import Locale

from tests.conftest import Tree
from tests.factories import article, published
from tests.translation.desk.headlines import submitted, translated
from translating.glossary.models import GlossaryTerm, GlossaryTranslation

pytestmark = pytest.mark.django_db


def _beside(client: Any, translation: Any, words: str) -> dict[str, Any]:
    segment = translation.source.stringsegment_set.filter(string__data=words).first()
    answer = client.get(f"/admin/translating/{translation.pk}/")
    assert answer.status_code == 200
    return dict(answer.json()["segments"][str(segment.pk)])


def test_a_changed_sentence_shows_the_change_and_its_earlier_translation(
    zh: Tree, en: Tree, admin_client: Any
) -> None:
    page = article(zh.news, "座谈会一月召开")
    translated(submitted(page), {"座谈会一月召开": "Symposium in January"})
    page.title = "座谈会二月召开"
    published(page)
    found = _beside(admin_client, submitted(page), "座谈会二月召开")
    assert found["earlier"] == {
        "difference": [["same", "座谈会"], ["gone", "一"], ["new", "二"], ["same", "月召开"]],
        "text": "Symposium in January",
    }
    assert found["offers"] == []  # the memory knows the same, and it is not offered twice


def test_paragraphs_of_one_text_each_find_their_earlier_one(zh: Tree, en: Tree, admin_client: Any) -> None:
    body = "<p>第一段讲设计。</p><p>第二段讲城市。</p>"
    page = article(zh.news, body=[("text", body)])
    words = {"第一段讲设计。": "The first is about design.", "第二段讲城市。": "The second is about the city."}
    translated(submitted(page), words)
    page.body = [("text", body.replace("讲城市", "讲大城市").replace("讲设计", "讲好设计"))]
    for block, old in zip(page.body, article_blocks(page), strict=True):
        block.id = old
    published(page)
    translation = submitted(page)
    pairs = zip(["第一段讲好设计。", "第二段讲大城市。"], words.values(), strict=True)
    for now, before in pairs:
        assert _beside(admin_client, translation, now)["earlier"]["text"] == before


def test_a_paragraph_that_moved_to_another_block_stays_translated(
    zh: Tree, en: Tree, admin_client: Any
) -> None:
    page = article(zh.news, body=[("text", "<p>第一段讲设计。</p><p>第二段讲城市。</p>")])
    words = {"第一段讲设计。": "The first is about design.", "第二段讲城市。": "The second is about the city."}
    translated(submitted(page), words)
    page.body = [("text", "<p>第二段讲城市。</p>"), ("text", "<p>第一段讲设计。</p>")]
    published(page)
    translation = submitted(page)
    kept = translation.source.stringsegment_set.filter(string__data__in=words)
    kept = kept.annotate_translation(translation.target_locale)
    assert {one.string.data: one.translation for one in kept} == words
    assert _beside(admin_client, translation, "第二段讲城市。")["earlier"] is None


def test_a_changed_paragraph_of_another_block_finds_its_earlier_one(
    zh: Tree, en: Tree, admin_client: Any
) -> None:
    page = article(zh.news, body=[("text", "<p>第一段讲设计之都的由来。</p>")])
    translated(submitted(page), {"第一段讲设计之都的由来。": "How it began."})
    page.body = [("text", "<p>别的一段话。</p>"), ("text", "<p>第一段讲设计之都的历史。</p>")]
    published(page)
    translation = submitted(page)
    assert _beside(admin_client, translation, "第一段讲设计之都的历史。")["earlier"]["text"] == "How it began."
    assert _beside(admin_client, translation, "别的一段话。")["earlier"] is None


def test_paragraphs_that_were_joined_bring_both_translations(zh: Tree, en: Tree, admin_client: Any) -> None:
    page = article(zh.news, body=[("text", "<p>第一段讲设计。</p><p>第二段讲城市。</p>")])
    words = {"第一段讲设计。": "The first is about design.", "第二段讲城市。": "The second is about the city."}
    translated(submitted(page), words)
    page.body = [("text", "<p>第一段讲设计。第二段讲城市。</p>")]
    published(page)
    found = _beside(admin_client, submitted(page), "第一段讲设计。第二段讲城市。")["earlier"]
    assert found["text"] == "The first is about design. The second is about the city."
    assert found["difference"] == [["same", "第一段讲设计。第二段讲城市。"]]


def test_a_paragraph_that_was_split_shows_the_whole_beside_both(zh: Tree, en: Tree, admin_client: Any) -> None:
    page = article(zh.news, body=[("text", "<p>第一段讲设计。第二段讲城市。</p>")])
    whole = "The first is about design. The second is about the city."
    translated(submitted(page), {"第一段讲设计。第二段讲城市。": whole})
    page.body = [("text", "<p>第一段讲设计。</p><p>第二段讲城市。</p>")]
    published(page)
    translation = submitted(page)
    for now in ("第一段讲设计。", "第二段讲城市。"):
        assert _beside(admin_client, translation, now)["earlier"]["text"] == whole


def article_blocks(page: Any) -> list[str]:
    """Return the ids of the blocks of an article's body as it is saved."""
    return [str(one.id) for one in type(page).objects.get(pk=page.pk).body]


def test_a_new_sentence_has_no_earlier_one(zh: Tree, en: Tree, admin_client: Any) -> None:
    page = article(zh.news, "座谈会召开")
    translated(submitted(page), {"座谈会召开": "Symposium held"})
    page.title = "天气晴"
    published(page)
    assert _beside(admin_client, submitted(page), "天气晴")["earlier"] is None


def test_the_memory_and_the_glossary_are_offered(zh: Tree, en: Tree, admin_client: Any) -> None:
    term = GlossaryTerm.objects.create(term="座谈会", note="不是论坛")
    english = Locale.objects.get(language_code="en")
    GlossaryTranslation.objects.create(term=term, locale=english, approved="symposium", forbidden="forum")
    translated(submitted(article(zh.news, "座谈会今天召开")), {"座谈会今天召开": "A symposium is held today"})
    found = _beside(admin_client, submitted(article(zh.news, "座谈会明天召开")), "座谈会明天召开")
    (offer,) = found["offers"]
    shown = offer["likeness"], offer["text"], offer["source"]
    assert shown == (86, "A symposium is held today", "座谈会今天召开")
    assert "座谈会今天召开" in offer["from"]
    assert found["terms"] == [
        {"term": "座谈会", "approved": ["symposium"], "forbidden": ["forum"], "note": "不是论坛"}
    ]


def test_who_may_not_edit_the_translation_sees_nothing(
    zh: Tree, en: Tree, client: Any, django_user_model: Any
) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    address = f"/admin/translating/{translation.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(address).status_code == 302


def test_a_translation_whose_page_is_gone_is_not_found(zh: Tree, en: Tree, admin_client: Any) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    translation.get_target_instance().delete()
    assert admin_client.get(f"/admin/translating/{translation.pk}/", follow=True).status_code == 404


def test_a_longer_page_costs_no_more_queries(
    zh: Tree, en: Tree, admin_client: Any, django_assert_max_num_queries: Any
) -> None:
    body = [("text", "".join(f"<p>第{number}段讲设计之都。</p>" for number in range(60)))]
    translation = submitted(article(zh.news, body=body))
    admin_client.get(f"/admin/translating/{translation.pk}/")
    with django_assert_max_num_queries(25):
        admin_client.get(f"/admin/translating/{translation.pk}/")


def test_the_editor_brings_the_script_and_where_it_asks(zh: Tree, en: Tree, admin_client: Any) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    page = translation.get_target_instance()
    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'"address": "/admin/translating/{translation.pk}/"' in html
    assert "translating/js/editor.js" in html
