"""The calendar shows what is published and planned, in the site's own time."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from newsroom.models import Bundle, BundleState
from tests.conftest import Tree
from tests.factories import article, standard_page
from tests.newsroom.office import browser, person, speak, words
from tests.reading import one, page

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/calendar/"
ZONE = timezone.get_default_timezone()


def _moment(day: int, hour: int = 12, month: int = 3) -> datetime.datetime:
    """Return a time in spring 2026 by the site's clock."""
    return datetime.datetime(2026, month, day, hour, tzinfo=ZONE)


def _published(page_: Page, at: datetime.datetime) -> Page:
    Page.objects.filter(pk=page_.pk).update(first_published_at=at)
    return page_


def _scheduled(page_: Any, at: datetime.datetime) -> Any:
    """Approve a draft to go online at a time, whether that is past or not."""
    revision = page_.save_revision()
    revision.approved_go_live_at = at
    revision.save()
    return page_


def _expiring(page_: Page, at: datetime.datetime, **fields: Any) -> Page:
    Page.objects.filter(pk=page_.pk).update(expire_at=at, **fields)
    return page_


def _days(client: Client, **query: str) -> dict[str, str]:
    """Return the words of each day of March 2026 on which something happens."""
    soup = page(client, ADDRESS, **{"month": "2026-03"} | query)
    found = {}
    for cell in soup.select("td.newsroom-day:has(li)"):
        found[str(one(cell, "time.newsroom-day__date")["datetime"])] = words(one(cell, "ul"))
    return found


def test_what_was_published_is_planned_and_runs_out_stands_on_its_day_with_its_state(
    zh: Tree, editor: Client
) -> None:
    _published(article(zh.news, "已发布"), _moment(3))
    _scheduled(article(zh.news, "待上线"), _moment(10))
    _expiring(article(zh.news, "将下线"), _moment(17))
    _expiring(article(zh.news, "已下线"), _moment(24), live=False, expired=True)
    days = _days(editor)
    assert list(days) == ["2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24"]
    for (_day, shown), (title, state) in zip(
        days.items(),
        [("已发布", "Published"), ("待上线", "Goes online"), ("将下线", "Runs out"), ("已下线", "Ran out")],
        strict=True,
    ):
        assert title in shown
        assert state in shown
        assert "12:00" in shown


def test_a_page_that_is_still_to_go_online_runs_out_on_the_day_it_brings(zh: Tree, editor: Client) -> None:
    draft = article(zh.news, "展览", live=False)
    draft.expire_at = _moment(17)
    _scheduled(draft, _moment(10))
    lengthened = _expiring(article(zh.news, "延长"), _moment(12))
    lengthened.expire_at = _moment(18)
    _scheduled(lengthened, _moment(11))
    ends_first = _expiring(article(zh.news, "先下线"), _moment(20))
    ends_first.expire_at = None
    _scheduled(ends_first, _moment(21))
    unlimited = article(zh.news, "不下线")
    _scheduled(unlimited, _moment(22))
    days = _days(editor, state="expiring")
    assert {day: shown.split()[-1] for day, shown in days.items()} == {
        "2026-03-17": "展览",
        "2026-03-18": "延长",
        "2026-03-20": "先下线",
    }


def _embargoed(page_: Any, at: datetime.datetime) -> Any:
    type(page_).objects.filter(pk=page_.pk).update(embargo_until=at)
    return page_


def test_a_planned_bundle_and_the_end_of_an_embargo_stand_on_their_days(zh: Tree, editor: Client) -> None:
    bundle = Bundle.objects.create(title="开幕", state=BundleState.SCHEDULED, publish_at=_moment(10))
    Bundle.objects.create(title="还没定", publish_at=_moment(11))
    _embargoed(article(zh.news, "解禁"), _moment(12))
    _embargoed(_scheduled(article(zh.news, "待上线"), _moment(17)), _moment(17))
    days = _days(editor)
    assert {day: words_.split()[1:] for day, words_ in days.items()} == {
        "2026-03-10": ["Bundle", "goes", "online", "开幕"],
        "2026-03-12": ["Embargo", "ends", "Simplified", "Chinese", "解禁"],
        "2026-03-17": ["Goes", "online", "Simplified", "Chinese", "待上线"],
    }
    assert page(editor, ADDRESS, month="2026-03").select(f'a[href="/admin/bundles/inspect/{bundle.pk}/"]')
    assert list(_days(editor, state="bundle")) == ["2026-03-10"]
    assert list(_days(editor, state="embargo", language="zh-hans")) == ["2026-03-12"]
    assert _days(editor, state="bundle", language="zh-hans") == {}


def test_whoever_has_no_bundles_sees_none(zh: Tree) -> None:
    Bundle.objects.create(title="开幕", state=BundleState.SCHEDULED, publish_at=_moment(10))
    assert _days(browser(person("writer", zh.news, "change"))) == {}


def test_a_day_full_of_bundles_counts_them(zh: Tree, editor: Client) -> None:
    for number in range(6):
        Bundle.objects.create(title=f"{number}", state=BundleState.SCHEDULED, publish_at=_moment(3))
    more = one(page(editor, ADDRESS, month="2026-03"), "a.newsroom-day__more")
    assert "2 more" in words(more)


def test_the_language_of_each_page_is_said(zh: Tree, en: Tree, editor: Client) -> None:
    _published(article(zh.news, "中文"), _moment(3))
    _published(article(en.news, "A meeting"), _moment(4))
    days = _days(editor)
    assert "Simplified Chinese" in days["2026-03-03"]
    assert "English" in days["2026-03-04"]


def test_days_are_those_of_the_sites_clock_and_not_of_the_editors(zh: Tree, editor: Client) -> None:
    UserProfile.objects.update(current_time_zone="America/New_York")
    _published(article(zh.news, "凌晨"), _moment(3, hour=1))
    assert "01:00" in _days(editor)["2026-03-03"]


def test_first_and_last_moment_of_the_month_belong_to_it(zh: Tree, editor: Client) -> None:
    _published(article(zh.news, "最早"), _moment(1, hour=0))
    _published(article(zh.news, "最晚"), _moment(31, hour=23))
    assert {"2026-03-01", "2026-03-31"} <= set(_days(editor))


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"language": "en"}, {"2026-03-04"}),
        ({"language": "zh-hans"}, {"2026-03-03", "2026-03-05", "2026-03-06"}),
        ({"page_type": "home.standardpage"}, {"2026-03-05"}),
        ({"state": "scheduled"}, {"2026-03-06"}),
        ({"state": "published", "page_type": "news.articlepage"}, {"2026-03-03", "2026-03-04"}),
        (
            {"language": "xx", "page_type": "x", "state": "\x01"},
            {"2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"},
        ),
    ],
)
def test_the_calendar_is_narrowed_and_bad_filters_narrow_nothing(
    zh: Tree, en: Tree, editor: Client, query: dict[str, str], left: set[str]
) -> None:
    _published(article(zh.news, "新闻"), _moment(3))
    _published(article(en.news, "News"), _moment(4))
    _published(standard_page(zh.home), _moment(5))
    _scheduled(article(zh.news, "待上线"), _moment(6))
    assert set(_days(editor, **query)) == left


NO_MONTHS = ["", "x", "2026", "2026-13", "2026-00", "0000-01", "9999-12", "2026-3", "-1-1", "2026-03-01"]


@pytest.mark.parametrize("month", [*NO_MONTHS, "２０２６-03"])
def test_a_bad_month_shows_this_month(zh: Tree, editor: Client, month: str) -> None:
    today = timezone.localdate()
    caption = words(one(page(editor, ADDRESS, month=month), "caption"))
    assert str(today.year) in caption
    marked = one(page(editor, ADDRESS, month=month), "td[aria-current=date] time")
    assert marked["datetime"] == today.isoformat()


@pytest.mark.parametrize("day", ["x", "2026-02-30", "0001-01-01", "9999-12-31", "2026-W10-1"])
def test_a_bad_day_is_no_error(zh: Tree, editor: Client, day: str) -> None:
    assert editor.get(ADDRESS, {"day": day}).status_code == 200


@pytest.mark.parametrize(
    ("month", "before", "after"), [("2026-01", "2025-12", "2026-02"), ("2026-12", "2026-11", "2027-01")]
)
def test_the_way_leads_to_the_months_around_and_keeps_the_filters(
    zh: Tree, editor: Client, month: str, before: str, after: str
) -> None:
    soup = page(editor, ADDRESS, month=month, language="en")
    assert f"month={before}" in str(one(soup, "a[rel=prev]")["href"])
    assert f"month={after}" in str(one(soup, "a[rel=next]")["href"])
    assert "language=en" in str(one(soup, "a[rel=next]")["href"])


@pytest.mark.parametrize(("month", "missing"), [("1990-01", "prev"), ("2100-12", "next")])
def test_the_calendar_ends_somewhere(zh: Tree, editor: Client, month: str, missing: str) -> None:
    assert page(editor, ADDRESS, month=month).select(f"a[rel={missing}]") == []


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [("2026-03", "2024-01", "2028-12"), ("1990-01", "1990-01", "1992-12"), ("2100-12", "2098-01", "2100-12")],
)
def test_a_month_is_chosen_by_its_name_in_the_language_of_the_interface(
    zh: Tree, editor: Client, month: str, first: str, last: str
) -> None:
    speak("administrator", "zh-hans")
    months = one(page(editor, ADDRESS, month=month), "select[name=month]").select("option")
    assert [str(months[0]["value"]), str(months[-1]["value"])] == [first, last]
    [chosen] = [each for each in months if each.has_attr("selected")]
    year, number = month.split("-")
    assert (chosen["value"], words(chosen)) == (month, f"{year}年{int(number)}月")


def test_the_grid_is_a_table_with_a_name_and_headings(zh: Tree, editor: Client) -> None:
    table = one(page(editor, ADDRESS, month="2026-03"), "table.newsroom-month")
    assert "March 2026" in words(one(table, "caption"))
    headings = [words(heading) for heading in table.select("th[scope=col]")]
    assert headings[0] == "Monday"
    assert len(headings) == 7
    assert {len(row.select("td")) for row in table.select("tbody tr")} == {7}


def test_a_full_day_shows_some_and_leads_to_all(zh: Tree, editor: Client) -> None:
    for number in range(9):
        _published(article(zh.news, f"第{number}篇"), _moment(3, hour=number))
    cell = one(page(editor, ADDRESS, month="2026-03"), "td:has(time[datetime='2026-03-03'])")
    assert len(cell.select("li")) == 4
    more = one(cell, "a.newsroom-day__more")
    assert "5 more" in words(more)
    soup = page(editor, f"{ADDRESS}{more['href']}")
    assert [words(link) for link in soup.select(".newsroom-entries--day li > a")] == [
        f"第{number}篇" for number in range(9)
    ]


def test_a_month_without_anything_says_so(zh: Tree, editor: Client) -> None:
    assert "Nothing was published" in words(one(page(editor, ADDRESS, month="2026-03"), ".newsroom-empty"))
    assert "Nothing was published" in words(one(page(editor, ADDRESS, day="2026-03-03"), ".newsroom-empty"))


def test_many_pages_cost_no_more_queries(zh: Tree, editor: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(40):
        _published(article(zh.news, f"第{number}篇"), _moment(1 + number % 28))
        _scheduled(article(zh.news, f"计划{number}"), _moment(1 + number % 28))
    editor.get(ADDRESS, {"month": "2026-03"})
    with django_assert_max_num_queries(20):
        editor.get(ADDRESS, {"month": "2026-03"})


def test_an_editor_sees_the_own_section_and_links_to_what_may_be_edited(zh: Tree) -> None:
    own = _published(article(zh.news, "自己的"), _moment(3))
    _published(standard_page(zh.home, "别人的"), _moment(4))
    writer = browser(person("writer", zh.news, "change"))
    assert list(_days(writer)) == ["2026-03-03"]
    assert page(writer, ADDRESS, month="2026-03").select(
        f'a[href="{reverse("wagtailadmin_pages:edit", args=[own.pk])}"]'
    )
    locker = browser(person("locker", zh.news, "lock"))
    assert list(_days(locker)) == ["2026-03-03"]
    assert page(locker, ADDRESS, month="2026-03").select(".newsroom-entry a") == []


def test_whoever_has_nothing_to_do_with_pages_has_no_calendar(zh: Tree, client: Client) -> None:
    visitor = browser(person("visitor"))
    assert visitor.get(ADDRESS).status_code == 302
    assert ADDRESS not in visitor.get("/admin/").content.decode()
    assert client.get(ADDRESS)["Location"].startswith(reverse("wagtailadmin_login"))


def test_the_menu_leads_to_the_calendar(zh: Tree, editor: Client) -> None:
    assert f'"{ADDRESS}"' in editor.get("/admin/").content.decode()


def test_titles_are_shown_as_text(zh: Tree, editor: Client) -> None:
    _published(article(zh.news, "<b>粗</b>"), _moment(3))
    assert "<b>粗</b>" in _days(editor)["2026-03-03"]


def test_the_chinese_calendar_names_months_and_days_in_chinese(zh: Tree, editor: Client) -> None:
    speak("administrator", "zh-hans")
    _published(article(zh.news), _moment(3))
    soup = page(editor, ADDRESS, month="2026-03")
    assert words(one(soup, "caption")) == "2026年3月"
    assert words(soup.select("th[scope=col]")[0]) == "星期一"
    assert one(soup, "main").select("style, [style], [onclick], script:not([src]):not([type])") == []


def test_html_of_the_calendar_has_no_empty_list(zh: Tree, editor: Client) -> None:
    soup = BeautifulSoup(editor.get(ADDRESS).content, "html.parser")
    assert [one for one in soup.select(".newsroom-entries") if not one.select("li")] == []
