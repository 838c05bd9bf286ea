"""Work is given, taken and given back by those who may, and goes when it is published."""

import datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from designcity.times import today
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article, institution, published
from tests.newsroom.people import browser, member
from tests.newsroom.people import said as messages
from tests.translating import translate
from tests.translation.board.desk import BOARD, board
from tests.translation.board.steps import status
from translating.assignments.assigning import assign
from translating.assignments.people import translators_into
from translating.board.models import TranslationStatus
from translating.models import Assignment

pytestmark = pytest.mark.django_db


def _do(client: Client, name: str, *lines: TranslationStatus, **data: Any) -> Any:
    address = reverse("wagtail_bulk_action", args=["translating", "translationstatus", name])
    query = urlencode([*(("id", line.pk) for line in lines), ("next", BOARD)])
    return client.post(f"{address}?{query}", data)


def _said(response: Any) -> list[str]:
    return [message.strip() for message in messages(response)]


def _who(line: TranslationStatus) -> Any:
    found = Assignment.objects.filter(status=line).first()
    return found and found.person


def test_an_editor_assigns_many_at_once(zh: Tree, en: Tree) -> None:
    lines = [status(article(zh.news, "甲")), status(institution(zh.directory, "馆"))]
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    day = today() + datetime.timedelta(days=3)
    response = _do(browser(editor), "assign", *lines, person=translator.pk, due_on=day, note="先译标题")
    assert response.status_code == 302
    assert _said(response) == ["2 translations are assigned to translator en."]
    for found in Assignment.objects.filter(status__in=lines):
        assert (found.person, found.by, found.due_on, found.note) == (translator, editor, day, "先译标题")
    assert Assignment.objects.count() == 2


def test_assigned_work_goes_to_another_person(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news))
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    assign([line], translator, by=editor)
    _do(browser(editor), "assign", line, person=editor.pk)
    assert _who(line) == editor


def test_only_who_may_translate_into_the_language_can_get_it(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news))
    editor, writer = member(RoleKey.EDITOR), member(RoleKey.WRITER)
    translator = member(RoleKey.TRANSLATOR, "en")
    assert set(translators_into([en.locale.pk])) == {editor, translator}
    response = _do(browser(editor), "assign", line, person=writer.pk)
    assert response.status_code == 200
    assert _who(line) is None


def test_a_day_that_is_over_is_refused(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news))
    editor = member(RoleKey.EDITOR)
    yesterday = today() - datetime.timedelta(days=1)
    response = _do(browser(editor), "assign", line, person=editor.pk, due_on=yesterday)
    assert "This day is over" in response.content.decode()
    assert _who(line) is None


def test_a_translator_takes_and_gives_back_and_assigns_nothing(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news))
    translator = member(RoleKey.TRANSLATOR, "en")
    client = browser(translator)
    _do(client, "assign", line, person=translator.pk)
    assert _who(line) is None
    assert "1 translation is yours now." in _said(_do(client, "take", line))
    assert _who(line) == translator
    _do(client, "give_back", line)
    assert _who(line) is None


def test_nobody_takes_what_somebody_has_or_gives_back_what_is_anothers(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news))
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    assign([line], editor, by=editor)
    client = browser(translator)
    _do(client, "take", line)
    _do(client, "give_back", line)
    assert _who(line) == editor
    assign([line], translator, by=editor)
    _do(browser(editor), "give_back", line)
    assert _who(line) is None


def test_a_writer_can_do_nothing(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news))
    writer = member(RoleKey.WRITER)
    for name in ("assign", "take", "give_back"):
        _do(browser(writer), name, line, person=writer.pk)
    assert _who(line) is None


def test_what_is_live_is_left_out(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "甲")
    translate(page, en.locale)
    line, other = status(page), status(article(zh.news, "乙"))
    editor = member(RoleKey.EDITOR)
    address = reverse("wagtail_bulk_action", args=["translating", "translationstatus", "assign"])
    shown = browser(editor).get(f"{address}?id={line.pk}&id={other.pk}").content.decode()
    assert "Left out" in shown
    _do(browser(editor), "assign", line, other, person=editor.pk)
    assert (_who(line), _who(other)) == (None, editor)


def test_all_that_the_board_shows_is_chosen_with_its_filters(zh: Tree, en: Tree) -> None:
    wanted, other = status(article(zh.news, "甲文")), status(institution(zh.directory, "甲馆"))
    editor = member(RoleKey.EDITOR)
    address = reverse("wagtail_bulk_action", args=["translating", "translationstatus", "assign"])
    query = urlencode({"id": "all", "section": zh.news.pk, "q": "甲", "next": BOARD})
    browser(editor).post(f"{address}?{query}", {"person": editor.pk})
    assert (_who(wanted), _who(other)) == (editor, None)


def test_assigned_work_goes_when_it_is_published(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "甲")
    line = status(page)
    editor = member(RoleKey.EDITOR)
    assign([line], editor, by=editor)
    translate(page, en.locale).unpublish()
    status(page)
    assert _who(line) == editor
    translate(page, en.locale)
    status(page)
    assert _who(line) is None
    published(page)
    assert status(page).pk == line.pk
    assert _who(line) is None


def test_the_board_offers_to_each_what_each_may_do(zh: Tree, en: Tree) -> None:
    free, taken = status(article(zh.news, "甲")), status(article(zh.news, "乙"))
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    assign([taken], editor, by=editor, note="慢慢来")

    def offered(user: Any, line: TranslationStatus) -> list[str]:
        soup = board(browser(user), section=zh.news.pk, q=line.title)
        return [one.get_text(strip=True) for one in soup.select(".board-doing :is(button, a)")]

    assert offered(translator, free) == ["I take it"]
    assert offered(translator, taken) == []
    assert offered(editor, free) == ["I take it", "Assign"]
    assert offered(editor, taken) == ["Give back", "Assign"]
    assert "慢慢来" in board(browser(translator), q="乙").get_text()


def test_the_editor_of_a_translation_says_whose_it_is_and_offers_to_assign_it(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "甲")
    version = page.copy_for_translation(en.locale, alias=True)
    line = status(page)
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    assign([line], translator, by=editor, due_on=datetime.date(2099, 5, 1), note="先译标题")
    address = reverse("wagtailadmin_pages:edit", args=[version.pk])
    mine, others = (browser(user).get(address) for user in (translator, editor))
    assert "This translation is yours. It is due on May 1, 2099. 先译标题" in mine.content.decode()
    assert "translator en has this translation." in others.content.decode()
    original = browser(editor).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f"/assign/?id={line.pk}" in original
    explorer = browser(translator).get(reverse("wagtailadmin_explore", args=[en.news.pk])).content.decode()
    assert "/translationstatus/assign/" not in explorer


def test_the_editor_says_no_more_whose_it_was_once_the_translation_is_published(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "甲")
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    assign([status(page)], translator, by=editor)
    version = translate(page, en.locale)
    answer = browser(editor).get(reverse("wagtailadmin_pages:edit", args=[version.pk]))
    assert "has this translation" not in answer.content.decode()
