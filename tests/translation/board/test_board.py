"""The board lists and counts, is narrowed and taken away; many pages cost as many queries as few."""

import datetime
import io

import pytest
from bs4 import Tag
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from designcity.times import today
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article, category, institution, published
from tests.newsroom.people import browser, member
from tests.reading import one, queries
from tests.translating import translate
from tests.translation.board.desk import BOARD, board, file, titles
from tests.translation.board.steps import status
from translating.assignments.assigning import assign
from translating.board import following
from translating.board.models import StatusChange, TranslationStatus
from translating.board.rows import section_titles
from translating.board.settling import settle
from translating.board.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(zh: Tree, en: Tree) -> Client:
    """A browser of a translator into English."""
    return browser(member(RoleKey.TRANSLATOR, "en"))


def _words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def _counts(client: Client) -> dict[str, list[str]]:
    """Return the numbers at the top of the board, by section, in the order of the states."""
    return {
        _words(one(line, "th")): [_words(cell) for cell in line.select("td")]
        for line in board(client).select(".board-counts tbody tr, .board-counts tfoot tr")
    }


def test_each_section_has_a_count_for_each_state(translator: Client, zh: Tree, en: Tree) -> None:
    article(zh.news, "缺")
    translate(article(zh.news, "译"), en.locale)
    translate(institution(zh.directory, "馆"), en.locale).unpublish()
    category("展览", locale=zh.locale)
    assert _counts(translator) == {
        "Home page": ["–", "–", "–", "–", "1"],
        "新闻": ["–", "–", "1", "–", "2"],
        "机构": ["–", "–", "–", "1", "1"],
        "行动": ["–", "–", "–", "–", "1"],
        "Terms and texts": ["–", "–", "1", "–", "–"],
        "All": ["–", "–", "2", "1", "5"],
    }


def test_a_count_leads_to_what_it_counts(translator: Client, zh: Tree) -> None:
    article(zh.news, "缺")
    institution(zh.directory, "馆")
    link = one(board(translator), 'a[aria-label="新闻, Missing: 1"]')
    response = translator.get(str(link["href"]))
    assert "缺" in response.content.decode()
    assert "馆" not in response.content.decode()


def test_a_line_says_what_is_to_do_and_leads_to_the_editor(translator: Client, zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    version = translate(page, en.locale)
    page.summary = "明天开幕，共三天。"
    published(page)
    [line] = file(translator, q="设计展")
    assert line["What has changed"] == "The original was published again."
    assert (line["State"], line["Language"], line["Section"]) == ("Out of date", "English", "新闻")
    cell = one(board(translator, q="设计展"), "td.title a")
    assert cell["href"] == reverse("wagtailadmin_pages:edit", args=[version.pk])


def test_the_board_is_narrowed(translator: Client, zh: Tree, en: Tree) -> None:
    late, mine = status(article(zh.news, "迟")), status(institution(zh.directory, "我的"))
    translate(article(zh.news, "译"), en.locale)
    other = member(RoleKey.PUBLISHER)
    assign([late], other, by=other, due_on=today() - datetime.timedelta(days=1))
    user = translator.get(BOARD).wsgi_request.user
    assign([mine], user, by=other)
    assert titles(translator, section=zh.news.pk, state=State.MISSING) == ["迟"]
    assert titles(translator, section="home") == ["设计之都"]
    assert titles(translator, due="overdue") == ["迟"]
    assert titles(translator, who="mine") == ["我的"]
    assert titles(translator, who=other.pk) == ["迟"]
    assert titles(translator, who="nobodys") == []
    assert titles(translator, locale=en.locale.pk, q="译") == ["译"]
    assert titles(translator, state=[State.MISSING, State.READY]) == ["迟", "我的"]
    assert "Nothing here" in _words(board(translator, q="没有"))


def test_sections_are_those_of_the_originals(zh: Tree, en: Tree) -> None:
    settle()
    assert list(section_titles().values()) == ["新闻", "机构", "行动"]


def test_what_is_due_first_stands_first_and_then_what_is_out_of_date(
    translator: Client, zh: Tree, en: Tree
) -> None:
    missing, due = article(zh.news, "缺"), status(article(zh.news, "到期"))
    page = article(zh.news, "旧")
    translate(page, en.locale)
    page.summary = "新的摘要。"
    published(page)
    assign([due], member(RoleKey.EDITOR), by=None, due_on=today())
    assert titles(translator, section=zh.news.pk)[:3] == ["到期", "旧", missing.title]
    assert titles(translator, section=zh.news.pk, ordering="-title")[0] == "缺"


def test_the_board_is_taken_away_as_a_table_that_no_program_reckons_with(translator: Client, zh: Tree) -> None:
    line = status(article(zh.news, "=1+1", summary="摘要"))
    editor = member(RoleKey.EDITOR)
    assign([line], editor, by=None, due_on=datetime.date(2099, 5, 1), note="急")
    [row] = file(translator, who=editor.pk)
    assert row["Page or record"] == "'=1+1"
    assert row["Due"] == "2099-05-01"
    assert row["Since"] == today().isoformat()
    assert (row["Who has it"], row["Note"], row["Characters or words to do"]) == ("editor", "急", "4")
    response = translator.get(BOARD, {"export": "xlsx", "who": editor.pk})
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a streamed file
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert sheet["A2"].value == "=1+1"


def test_only_who_translates_sees_the_board(zh: Tree, en: Tree) -> None:
    for key, language, answer in (
        (RoleKey.WRITER, "", 302),
        (RoleKey.RIGHTS_OFFICER, "", 302),
        (RoleKey.TRANSLATOR, "en", 200),
        (RoleKey.EDITOR, "", 200),
        (RoleKey.ADMINISTRATOR, "", 200),
    ):
        client = browser(member(key, language))
        assert client.get(BOARD).status_code == answer, key
        shown = reverse("translating_board") in client.get("/admin/").content.decode()
        assert shown == (answer == 200), key


def test_many_pages_cost_as_many_queries_as_few(translator: Client, zh: Tree, en: Tree) -> None:
    editor = member(RoleKey.EDITOR)
    assign([status(article(zh.news, "甲"))], editor, by=editor)
    few = len(queries(translator, BOARD))
    for number in range(12):
        assign([status(article(zh.news, f"第{number}篇"))], editor, by=editor)
        category(f"第{number}类", locale=zh.locale)
    assert len(queries(translator, BOARD)) == few
    assert few < 24


def test_what_changed_is_worked_out_before_the_board_is_shown(translator: Client, zh: Tree) -> None:
    article(zh.news, "新的")
    assert StatusChange.objects.exists()
    assert "新的" in titles(translator)
    assert not StatusChange.objects.exists()


def test_very_much_is_worked_out_in_the_background(
    translator: Client, zh: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "AT_ONCE", 1)
    article(zh.news, "甲")
    article(zh.news, "乙")
    assert "Much has changed at once" in _words(board(translator))
    following.settle_all.call()
    assert "Much has changed at once" not in _words(board(translator))


def test_a_rebuilt_board_says_the_same_and_forgets_no_assignment(zh: Tree, en: Tree) -> None:
    line = status(article(zh.news, "甲"))
    editor = member(RoleKey.EDITOR)
    assign([line], editor, by=editor)
    before = list(TranslationStatus.objects.order_by("pk").values())
    TranslationStatus.objects.update(state=State.READY, to_do=0)
    call_command("translation_board", "rebuild", stdout=io.StringIO())
    assert list(TranslationStatus.objects.order_by("pk").values()) == before
    assert TranslationStatus.objects.get(pk=line.pk).assignment.person == editor
    assert settle() == 0
