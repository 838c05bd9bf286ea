"""The desk's reports: what was searched for, what was not found, what readers say is missing."""

import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from news.models import ArticlePage
from search.models import MissedSearch, SearchCount
from tests.admin.desk import colleague, counted, rows
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.reading import one, page

pytestmark = pytest.mark.django_db

SEARCHES = "/admin/search-desk/searches/"
NOTHING = "/admin/search-desk/found-nothing/"
MISSED = "/admin/search-desk/missed/"


def _words(found: list[list[str]]) -> list[str]:
    return [row[0] for row in found]


def _figures(soup: BeautifulSoup) -> list[str]:
    return [figure.get_text() for figure in soup.select(".search-desk-figures dd")]


def test_a_query_is_one_row_however_many_days_it_was_asked(editor: Client) -> None:
    counted("座谈会", 3, found=2, clicks=1, days_ago=3)
    counted("座谈会", 5, found=4, clicks=3, days_ago=1)
    assert [row[:5] for row in rows(editor, SEARCHES)] == [["座谈会", "8", "4", "4", "50"]]


def test_what_was_found_is_the_number_of_the_last_day(editor: Client) -> None:
    counted("座谈会", found=9, days_ago=1)
    counted("座谈会", found=0, days_ago=0)
    counted("座谈会", found=7, days_ago=2)
    assert rows(editor, SEARCHES)[0][2] == "0"
    assert _words(rows(editor, NOTHING)) == ["座谈会"]


def test_the_first_language_and_four_weeks_are_shown_unless_another_choice_is_made(editor: Client) -> None:
    counted("很久以前", days_ago=28)
    counted("四周内", days_ago=27)
    counted("一周内", days_ago=6)
    counted("symposium", language_code="en")
    assert _words(rows(editor, SEARCHES)) == ["一周内", "四周内"]
    assert _words(rows(editor, SEARCHES, period="7")) == ["一周内"]
    assert _words(rows(editor, SEARCHES, period="90")) == ["一周内", "四周内", "很久以前"]
    assert _words(rows(editor, SEARCHES, language="en")) == ["symposium"]


def test_nonsense_in_the_address_counts_as_the_usual_choice(editor: Client) -> None:
    counted("座谈会")
    counted("symposium", language_code="en")
    query = {"language": "xx", "period": "-1", "ordering": "id;", "p": "x"}
    assert _words(rows(editor, SEARCHES, **query)) == ["座谈会"]


def test_the_most_frequent_comes_first_and_every_number_can_be_sorted_by(editor: Client) -> None:
    counted("甲", 1, found=9)
    counted("乙", 3, found=1)
    counted("丙", 2, found=5, clicks=2)
    assert _words(rows(editor, SEARCHES)) == ["乙", "丙", "甲"]
    assert _words(rows(editor, SEARCHES, ordering="-found_last")) == ["甲", "丙", "乙"]
    assert _words(rows(editor, SEARCHES, ordering="-per_hundred"))[0] == "丙"


def test_the_totals_count_the_whole_list_and_not_its_first_page(editor: Client) -> None:
    for number in range(60):
        counted(f"词{number}", 2, clicks=1)
    counted("没有", 5, found=0)
    assert _figures(page(editor, SEARCHES)) == ["125", "61", "5", "60", "48"]
    assert len(rows(editor, SEARCHES)) == 50
    assert len(rows(editor, SEARCHES, p="2")) == 11


def test_a_word_is_sought_among_the_queries_and_the_totals_follow(editor: Client) -> None:
    counted("支撑机构", 4)
    counted("展览", 2)
    assert _words(rows(editor, SEARCHES, q="机构")) == ["支撑机构"]
    assert _figures(page(editor, SEARCHES, q="机构"))[0] == "4"


def test_the_list_costs_as_many_queries_however_long_it_is(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(200):
        counted(f"词{number}", found=0)
    editor.get(SEARCHES)
    for address in (SEARCHES, NOTHING):
        with django_assert_max_num_queries(25):
            editor.get(address)


def test_the_csv_file_is_read_as_chinese_and_holds_no_formulas(editor: Client) -> None:
    counted("座谈会", 2, found=3, clicks=1)
    counted("=1+1")
    response: Any = editor.get(SEARCHES, {"export": "csv"})
    content = b"".join(response.streaming_content)
    assert content.startswith("\ufeff".encode())
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("座谈会,2,3,1,50,")
    assert lines[2].startswith("'=1+1,")


def test_the_xlsx_file_holds_every_row(editor: Client) -> None:
    for number in range(60):
        counted(f"词{number}")
    response: Any = editor.get(SEARCHES, {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert sheet is not None
    assert len(list(sheet.iter_rows())) == 61


def test_only_what_found_nothing_is_listed_as_such(editor: Client) -> None:
    counted("有", 9, found=1)
    counted("没有", 2, found=0)
    counted("也没有", 3, found=0)
    assert _words(rows(editor, NOTHING)) == ["也没有", "没有"]
    assert _figures(page(editor, NOTHING)) == ["2", "5"]


def test_each_row_leads_to_what_can_be_done_with_the_words_filled_in(zh: Tree, editor: Client) -> None:
    counted("设计周&展览", found=0)
    links = [str(a["href"]) for a in page(editor, NOTHING).select(".search-desk-steps a")]
    synonym, promoted, article = (page(editor, link) for link in links)
    assert one(synonym, "textarea[name=words]").get_text().strip() == "设计周&展览"
    assert one(promoted, "textarea[name=queries]").get_text().strip() == "设计周&展览"
    for form in (synonym, promoted):
        assert one(form, "select[name=language_code] option[selected]")["value"] == "zh-hans"
    assert one(article, "input[name=title]")["value"] == "设计周&展览"


def test_the_article_that_was_begun_there_is_kept_under_the_news(zh: Tree, editor: Client) -> None:
    form = page(editor, reverse("search_nothing:write", args=[zh.news.pk]), title="设计周")
    address = str(one(form, "form[data-edit-form]")["action"])
    assert editor.post(address, article_form(title="设计周")).status_code == 302
    assert ArticlePage.objects.child_of(zh.news).get().title == "设计周"


def test_the_words_of_the_article_that_is_begun_there_are_kept(zh: Tree, editor: Client) -> None:
    form = page(editor, reverse("search_nothing:write", args=[zh.news.pk]))
    assert one(form, "#newsroom-keeping")


def test_the_steps_are_offered_to_those_who_may_take_them(zh: Tree) -> None:
    counted("没有", found=0)
    client = colleague("search.view_searchcount", "search.add_synonymgroup")
    links = page(client, NOTHING).select(".search-desk-steps a")
    assert [a.get_text(strip=True) for a in links] == ["Add a synonym"]
    write = reverse("search_nothing:write", args=[zh.news.pk])
    assert client.get(write).status_code == 302


def _message(text: str = "设计周", **fields: Any) -> MissedSearch:
    fields.setdefault("language_code", "zh-hans")
    return MissedSearch.objects.create(text=text, message=f"请介绍{text}", **fields)


def test_messages_are_listed_until_they_are_dealt_with(zh: Tree, editor: Client) -> None:
    message = _message()
    _message("展览", is_done=True)
    assert _words(rows(editor, MISSED)) == ["请介绍设计周"]
    assert _words(rows(editor, MISSED, state="done")) == ["请介绍展览"]
    form = one(page(editor, MISSED), "td form")
    sent = {str(field["name"]): str(field["value"]) for field in form.select("input")}
    response = editor.post(str(form["action"]), sent)
    assert response["Location"].startswith(MISSED)
    message.refresh_from_db()
    assert message.is_done
    assert rows(editor, MISSED) == []


def test_what_was_dealt_with_can_be_taken_back(zh: Tree, editor: Client) -> None:
    message = _message(is_done=True)
    editor.post(reverse("search_missed:deal", args=[message.pk]), {"is_done": "0"})
    message.refresh_from_db()
    assert not message.is_done


def test_a_message_is_marked_by_a_button_and_never_by_a_link(zh: Tree, editor: Client) -> None:
    message = _message()
    assert editor.get(reverse("search_missed:deal", args=[message.pk])).status_code == 405


def test_messages_are_listed_in_bounded_queries(
    zh: Tree, en: Tree, editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        _message(f"词{number}")
    editor.get(MISSED)
    with django_assert_max_num_queries(25):
        editor.get(MISSED)


def test_the_first_page_names_what_found_nothing_this_week(zh: Tree, editor: Client) -> None:
    for number in range(6):
        counted(f"词{number}", number + 1, found=0)
    counted("找到", 50, found=3)
    counted("以前", 50, found=0, days_ago=7)
    counted("symposium", 9, found=0, language_code="en")
    panel = one(page(editor, "/admin/"), "#searches-that-found-nothing-section")
    shown = [cell.get_text(strip=True) for cell in panel.select("tbody td.title")]
    assert shown == ["symposium", "词5", "词4", "词3", "词2"]


def test_the_first_page_says_that_nothing_was_searched_for_in_vain(zh: Tree, editor: Client) -> None:
    panel = one(page(editor, "/admin/"), "#searches-that-found-nothing-section")
    with translation.override("zh-hans"):
        assert gettext("Every search of this week found something.") in panel.get_text()


def test_the_first_page_is_silent_where_somebody_may_not_know(zh: Tree) -> None:
    counted("没有", found=0)
    assert page(colleague(), "/admin/").select_one("#searches-that-found-nothing-section") is None
    assert SearchCount.objects.exists()
