"""Address, summary, description, category and editor proposed to whoever writes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.test.utils.form_data import rich_text, streamfield

from designcity.pinyin import PinyinPhrase
from news.models import ArticlePage, Category
from newsroom.proposals import addresses, summaries
from tests import reading
from tests.admin.desk import colleague
from tests.admin.writing import FEATURES, article_form
from tests.conftest import Tree
from tests.factories import article, image, standard_page, term

pytestmark = pytest.mark.django_db


def _new(zh: Tree, what: str) -> str:
    return reverse(f"newsroom_{what}_on_add", args=["news", "articlepage", zh.news.pk])


def test_an_address_is_read_as_the_editors_phrases_say(zh: Tree, editor: Client) -> None:
    PinyinPhrase.objects.create(phrase="会长", reading="hui zhang")
    answer = editor.get(_new(zh, "address"), {"title": "会长讲话"})
    assert answer.json() == {"proposal": "hui-zhang-jiang-hua"}


def test_an_address_is_not_taken_twice_beside_the_page(
    zh: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, _second = article(zh.news, "座谈"), article(zh.news, "座谈")
    article(zh.news, "座谈会")
    with django_assert_num_queries(2):
        assert addresses.proposed("座谈", zh.news, ArticlePage()) == "zuo-tan-3"
    assert addresses.proposed("座谈", zh.news, first) == "zuo-tan"
    assert addresses.proposed("座谈", zh.home, ArticlePage()) == "zuo-tan"


@pytest.mark.parametrize(("title", "proposal"), [("", ""), ("   ", ""), ("？！", "page"), ("设" * 400, None)])
def test_whatever_is_typed_gives_an_answer(zh: Tree, editor: Client, title: str, proposal: str | None) -> None:
    answer = editor.get(_new(zh, "address"), {"title": title})
    assert answer.status_code == 200
    assert proposal is None or answer.json()["proposal"] == proposal


def test_the_address_of_a_kept_page_is_proposed_among_its_siblings(zh: Tree, editor: Client) -> None:
    page = article(zh.news, "座谈")
    answer = editor.get(reverse("newsroom_address_on_edit", args=[page.pk]), {"title": "座谈"})
    assert answer.json() == {"proposal": "zuo-tan"}


def _text(html: str) -> Any:
    return streamfield([("text", rich_text(html, features=FEATURES))])


def test_a_summary_is_proposed_from_the_form_as_it_stands(zh: Tree, editor: Client) -> None:
    form = article_form(
        title="座谈会召开", summary="", body=_text("<p>座谈会召开。</p><p>十四家机构参加。</p>")
    )
    assert editor.post(_new(zh, "summary"), form).json() == {"proposal": "十四家机构参加。"}
    assert not ArticlePage.objects.exists()


def test_no_summary_is_proposed_while_the_form_holds_mistakes(zh: Tree, editor: Client) -> None:
    form = article_form(display_date="gestern", body=_text("<p>好。</p>"))
    assert editor.post(_new(zh, "summary"), form).json() == {"proposal": ""}


@pytest.mark.parametrize(
    ("html", "summary"),
    [
        ("", ""),
        ("<p></p>", ""),
        ("<p>甲&amp;乙 &lt;丙&gt;。</p>", "甲&乙 <丙>。"),
        ("<p>Fourteen took part. They met. </p>", "Fourteen took part. They met."),
        ("<p>Version 2.0 is out. Good.</p>", "Version 2.0 is out. Good."),
        ("<ul><li>一</li><li>二</li></ul>", "一二"),
        (f"<p>{'甲' * 40}。{'乙' * 40}。</p>", f"{'甲' * 40}。"),
        (f"<p>{'甲' * 200}</p>", f"{'甲' * 119}…"),
    ],
)
def test_a_summary_is_the_first_sentences_that_have_room(zh: Tree, html: str, summary: str) -> None:
    assert summaries.proposed(standard_page(zh.home, body=[("text", html)])) == summary


def test_a_picture_that_was_chosen_proposes_its_description(zh: Tree, editor: Client) -> None:
    picture = image(description="一张木桌")
    address = reverse("newsroom_description")
    assert editor.get(address, {"image": picture.pk}).json() == {"proposal": "一张木桌"}
    for wrong in ("", "x", "-1", "999999", "9" * 40, "²"):
        assert editor.get(address, {"image": wrong}).json() == {"proposal": ""}


def test_who_may_not_choose_a_picture_learns_nothing_of_it(zh: Tree) -> None:
    picture = image(description="一张木桌")
    answer = colleague().get(reverse("newsroom_description"), {"image": picture.pk})
    assert answer.json() == {"proposal": ""}
    assert Client().get(reverse("newsroom_description")).status_code == 302


def test_who_may_not_add_a_page_is_proposed_nothing(zh: Tree) -> None:
    assert colleague().get(_new(zh, "address"), {"title": "座谈"}).status_code == 302


def _initial(editor: Client, tree: Tree) -> Any:
    return editor.get(reverse("wagtailadmin_pages:add", args=["news", "articlepage", tree.news.pk])).context[
        "form"
    ]


def test_a_new_article_starts_with_the_category_of_its_section_and_its_editor(
    zh: Tree, en: Tree, editor: Client, django_user_model: Any
) -> None:
    chinese = term(Category, "要闻", locale=zh.locale)
    english = chinese.copy_for_translation(en.locale)
    english.save()
    for tree in (zh, en):
        tree.news.default_category = chinese
        tree.news.save()
    django_user_model.objects.update(first_name="王文")
    assert _initial(editor, zh)["category"].value() == chinese.pk
    assert _initial(editor, en)["category"].value() == english.pk
    assert _initial(editor, zh)["editor"].value() == "王文"


def test_a_new_article_of_a_section_without_a_category_starts_without(zh: Tree, editor: Client) -> None:
    assert _initial(editor, zh)["category"].value() is None


def test_the_form_loads_the_proposals(zh: Tree, editor: Client) -> None:
    form = reading.page(editor, reverse("wagtailadmin_pages:edit", args=[article(zh.news).pk]))
    assert form.select_one("template[data-page-proposal]") is not None
    assert form.select_one('script[type=module][src$="proposals.js"]') is not None
