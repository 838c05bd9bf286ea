"""The report shows published pages by source and right, in a table and in files."""

import csv
import datetime
import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail import hooks
from wagtail.models import Page

from awards.models import AwardIndexPage, Work
from newsroom.models import RoleKey
from provenance.models import Source
from provenance.report.pending import HOOK
from tests import reading
from tests.conftest import Tree
from tests.factories import article, award, image, index_of, institution, published, source
from tests.newsroom.people import browser, member

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/sources/"


@pytest.fixture
def editor(zh: Tree) -> Client:
    """A browser of an editor."""
    return browser(member(RoleKey.EDITOR))


def _day(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def _repost(tree: Tree, title: str, whose: Source | None, **fields: Any) -> Any:
    return article(tree.news, title, source_kind="repost", source=whose, **fields)


def _titles(client: Client, **filters: Any) -> set[str]:
    response = client.get(ADDRESS, filters)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return {" ".join(cell.get_text(" ").split()) for cell in soup.select("table.listing td.title")}


def _file(client: Client, **filters: Any) -> list[dict[str, str]]:
    response = client.get(ADDRESS, {"export": "csv"} | filters)
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]  # a streamed file
    return list(csv.DictReader(io.StringIO(text)))


def test_a_page_stands_there_with_source_credit_and_licence(editor: Client, zh: Tree) -> None:
    daily = source(locale=zh.locale, kind="agency", permission_until=datetime.date(2030, 5, 1))
    picture = image(credit="李影", licence="permission", expires_on=datetime.date(2029, 1, 2))
    _repost(zh, "转载的稿件", daily, lead_image=picture, lead_image_alt="会场")
    [row] = [row for row in _file(editor) if row["Page"] == "转载的稿件"]
    assert row == {
        "Page": "转载的稿件",
        "Language": "Simplified Chinese",
        "Section": "新闻",
        "Origin": "Reposted",
        "Source": "示例日报",
        "Kind of source": "News or picture agency",
        "Permission ends": "2030-05-01",
        "Credits of pictures": "李影",
        "Licences of pictures": "With its owner's permission",
        "Pictures may be shown until": "2029-01-02",
        "Requests pending": "0",
    }


def test_only_what_readers_get_is_reported(editor: Client, zh: Tree, en: Tree) -> None:
    article(zh.news, "已下线").unpublish()
    article(zh.news, "原文").copy_for_translation(en.locale, alias=True)
    titles = [row["Page"] for row in _file(editor)]
    assert titles.count("原文") == 1
    assert "已下线" not in titles


def test_the_report_is_narrowed_by_source_kind_and_origin(editor: Client, zh: Tree, en: Tree) -> None:
    daily = source(locale=zh.locale)
    english = daily.copy_for_translation(en.locale)
    english.save()
    agency = source("通讯社", locale=zh.locale, kind="agency")
    _repost(zh, "日报的", daily)
    _repost(en, "Of the daily", english)
    _repost(zh, "通讯社的", agency)
    article(zh.news, "自己的")
    assert _titles(editor, source=daily.pk) == {"日报的", "Of the daily"}
    assert _titles(editor, kind="agency") == {"通讯社的"}
    assert _titles(editor, origin="repost") == {"日报的", "Of the daily", "通讯社的"}
    assert _titles(editor, origin="repost", locale=en.locale.pk) == {"Of the daily"}


def test_the_report_is_narrowed_by_what_is_lacking(editor: Client, zh: Tree) -> None:
    whole = image(credit="李影", licence="own")
    _repost(zh, "齐全的", source(locale=zh.locale), lead_image=whole, lead_image_alt="会场")
    for title, picture in (("没署名", image(licence="own")), ("没授权", image(credit="李影"))):
        block = {"image": picture, "alt_text": "会场", "decorative": False, "caption": ""}
        _repost(zh, title, source(f"{title}的来源", locale=zh.locale), body=[("picture", block)])
    _repost(zh, "没来源", None)
    institution(zh.directory, "标志不算", logo=image())
    assert _titles(editor, lacks="source") == {"没来源"}
    assert _titles(editor, lacks="credit") == {"没署名"}
    assert _titles(editor, lacks="licence") == {"没授权"}


def test_the_pictures_of_works_are_reported(editor: Client, zh: Tree) -> None:
    page = award(index_of(AwardIndexPage, zh.home, "奖项"), "椅子奖")
    published(page, works=[Work(title="椅子", picture=image(), picture_alt="椅子", locale=zh.locale)])
    assert _titles(editor, lacks="credit") == {"椅子奖"}


def test_the_report_finds_what_runs_out(editor: Client, zh: Tree) -> None:
    soon = image(credit="李影", licence="permission", expires_on=_day(10))
    article(zh.news, "图片到期", lead_image=soon, lead_image_alt="会场")
    _repost(zh, "许可到期", source(locale=zh.locale, permission_until=_day(20)))
    _repost(zh, "许可还早", source("晚报", locale=zh.locale, permission_until=_day(200)))
    assert _titles(editor, days=15) == {"图片到期"}
    assert _titles(editor, days=30) == {"图片到期", "许可到期"}


def test_the_report_is_narrowed_to_a_section(editor: Client, zh: Tree) -> None:
    article(zh.news, "一条新闻")
    institution(zh.directory, "一家机构")
    assert _titles(editor, section=zh.directory.pk) == {"机构", "一家机构"}


def test_pending_requests_are_counted_whoever_keeps_them(editor: Client, zh: Tree) -> None:
    asked = article(zh.news, "有人要求删除")
    article(zh.news, "没人要求")
    pending = Page.objects.filter(pk=asked.pk).values_list("pk", flat=True)
    with hooks.register_temporarily(HOOK, lambda: pending):
        assert _titles(editor, requests="pending") == {"有人要求删除"}
        assert {row["Page"]: row["Requests pending"] for row in _file(editor)}["有人要求删除"] == "1"
    assert _titles(editor, requests="pending") == set()


def test_the_report_is_saved_for_a_spreadsheet(editor: Client, zh: Tree) -> None:
    _repost(zh, "转载的稿件", source(locale=zh.locale, permission_until=datetime.date(2030, 5, 1)))
    response = editor.get(ADDRESS, {"export": "xlsx", "origin": "repost"})
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a streamed file
    response.close()
    headings, row = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    assert headings[0] == "Page"
    assert row[0] == "转载的稿件"


def test_a_headline_is_no_formula_in_a_spreadsheet(editor: Client, zh: Tree) -> None:
    article(zh.news, "=1+1")
    assert "'=1+1" in [row["Page"] for row in _file(editor)]


def test_more_pages_cost_the_report_no_more_queries(editor: Client, zh: Tree) -> None:
    def more(number: int) -> None:
        whose = source(f"来源{number}", locale=zh.locale)
        picture = image(credit="李影", licence="own", source=whose)
        _repost(zh, f"稿件{number}", whose, lead_image=picture, lead_image_alt="会场")

    more(0)
    editor.get(ADDRESS)
    few = reading.queries(editor, ADDRESS)
    for number in range(1, 8):
        more(number)
    many = reading.queries(editor, ADDRESS)
    assert len(many) == len(few)
    assert len(many) < 40


@pytest.mark.parametrize(
    ("key", "may"),
    [
        (RoleKey.WRITER, False),
        (RoleKey.EDITOR, True),
        (RoleKey.PUBLISHER, True),
        (RoleKey.RIGHTS_OFFICER, True),
        (RoleKey.ADMINISTRATOR, True),
    ],
)
def test_who_answers_for_pages_or_rights_sees_the_report(zh: Tree, key: RoleKey, may: bool) -> None:
    client = browser(member(key))
    assert client.get(ADDRESS).status_code == (200 if may else 302)
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert ("reports/sources/" in menu) == may


def test_a_rights_officer_is_led_to_the_page_itself(zh: Tree) -> None:
    page = article(zh.news, "一条新闻")
    soup = reading.page(browser(member(RoleKey.RIGHTS_OFFICER)), ADDRESS)
    assert soup.find("a", href=page.url) is not None


@pytest.mark.parametrize(("key", "offered"), [(RoleKey.RIGHTS_OFFICER, 1), (RoleKey.EDITOR, 0)])
def test_who_decides_on_rights_gets_there_from_the_page(zh: Tree, key: RoleKey, offered: int) -> None:
    page, client = article(zh.news, "稿件"), browser(member(key))
    soup = BeautifulSoup(client.get(ADDRESS).content.decode(), "html.parser")
    links = soup.select(f"table.listing a[href='/admin/pages/{page.pk}/rights/']")
    assert [page.title in link.get_text() for link in links] == [True] * offered
    assert all(client.get(str(link["href"])).status_code == 200 for link in links)
