"""A call says what is wanted of whom until when, and takes nobody in before it opens and after it closes."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from events.call import CallState
from events.models import CallIndexPage, CallInstitution, CallPage
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.events.conftest import SetClock
from tests.factories import call, document, institution, on_site, published
from tests.translating import translate

pytestmark = pytest.mark.django_db

SECOND = datetime.timedelta(seconds=1)
OPENS, CLOSES = on_site(2027, 3, 1, 9), on_site(2027, 3, 31, 18)
COMING, OPEN, CLOSED = CallState.COMING, CallState.OPEN, CallState.CLOSED


@pytest.fixture
def page(calls: CallIndexPage) -> CallPage:
    """A call in March 2027."""
    return call(calls, opens_at=OPENS, closes_at=CLOSES)


@pytest.mark.parametrize(
    ("now", "state"),
    [(OPENS - SECOND, COMING), (OPENS, OPEN), (CLOSES - SECOND, OPEN), (CLOSES, CLOSED)],
)
def test_the_state_follows_from_the_times(
    page: CallPage, clock: SetClock, now: datetime.datetime, state: CallState
) -> None:
    clock(now)
    assert page.state == state
    found = [CallPage.objects.coming(), CallPage.objects.open(), CallPage.objects.closed()]
    assert [one.exists() for one in found] == [state == one for one in (COMING, OPEN, CLOSED)]
    assert CallPage.objects.not_closed().exists() == (state != CLOSED)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (on_site(2027, 2, 27, 12), "Opens in 2 days"),
        (on_site(2027, 2, 28, 23, 59), "Opens in 1 day"),
        (on_site(2027, 3, 1), "Opens today"),
        (OPENS, "Closes in 30 days"),
        (on_site(2027, 3, 29, 23, 59), "Closes in 2 days"),
        (on_site(2027, 3, 30), "Closes in 1 day"),
        (on_site(2027, 3, 31), "Closes today"),
        (CLOSES - SECOND, "Closes today"),
        (CLOSES, ""),
    ],
)
def test_the_days_that_are_left_are_counted_on_the_sites_calendar(
    page: CallPage, clock: SetClock, now: datetime.datetime, words: str
) -> None:
    clock(now)
    with translation.override("en"):
        assert page.countdown == words


@pytest.mark.parametrize(("days", "is_large"), [(0, False), (1, True), (999, True), (1000, False)])
def test_the_days_are_shown_large_while_they_are_few(clock: SetClock, days: int, is_large: bool) -> None:
    clock(OPENS)
    page = CallPage(title="征集", opens_at=OPENS, closes_at=OPENS + datetime.timedelta(days=days, hours=1))
    assert page.counts_down == is_large
    clock(OPENS - SECOND)
    assert not page.counts_down


def test_a_call_that_closes_at_midnight_ends_with_the_day_before(clock: SetClock) -> None:
    page = CallPage(title="征集", opens_at=OPENS, closes_at=on_site(2027, 4, 1))
    assert page.date == datetime.date(2027, 3, 31)
    clock(on_site(2027, 3, 31, 12))
    with translation.override("en"):
        assert page.countdown == "Closes today"


@pytest.mark.parametrize(
    ("now", "can_enter"), [(OPENS - SECOND, False), (OPENS, True), (CLOSES - SECOND, True), (CLOSES, False)]
)
def test_the_way_in_is_there_while_the_call_is_open(
    page: CallPage, client: Client, clock: SetClock, now: datetime.datetime, can_enter: bool
) -> None:
    clock(now)
    way_in = f"{page.url}enter/"
    assert (way_in in reading.links(client, page.url).values()) == can_enter
    answer = client.get(way_in)
    assert answer.status_code == 302
    assert answer["Location"] == ("https://enter.example/" if can_enter else page.url)
    assert "no-store" in answer["Cache-Control"]


def test_who_reads_while_the_call_closes_is_led_back_and_told(
    page: CallPage, english_calls: CallIndexPage, en: Tree, client: Client, clock: SetClock
) -> None:
    english = translate(page, en.locale, title="The call", slug="the-call")
    clock(CLOSES - SECOND)
    [way_in] = [url for url in reading.links(client, english.url).values() if url.endswith("/enter/")]
    clock(CLOSES)
    answer = client.get(way_in)
    assert answer["Location"] == english.url
    assert "Closed" in reading.main(client, answer["Location"])


def test_without_an_address_one_enters_by_mail(calls: CallIndexPage, client: Client, clock: SetClock) -> None:
    page = call(calls, opens_at=OPENS, closes_at=CLOSES, entry_url="", entry_email="entries@example.org")
    clock(OPENS)
    assert [a["href"] for a in reading.page(client, page.url).select("main .button")] == [
        "mailto:entries@example.org"
    ]
    assert client.get(f"{page.url}enter/")["Location"] == page.url
    clock(CLOSES)
    assert reading.page(client, page.url).select("main .button") == []


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, []),
        ({"closes_at": OPENS}, ["closes_at"]),
        ({"closes_at": OPENS - SECOND}, ["closes_at"]),
        ({"closes_at": None}, ["closes_at"]),
        ({"opens_at": None}, ["opens_at"]),
        ({"entry_url": ""}, ["entry_url"]),
        ({"entry_url": "", "entry_email": "entries@example.org"}, []),
        ({"entry_url": "javascript:alert(1)"}, ["entry_url"]),
        ({"entry_email": "nobody"}, ["entry_email"]),
        ({"entry_url": "", "closes_at": OPENS}, ["closes_at", "entry_url"]),
    ],
)
def test_what_is_wrong_is_said_at_its_field(fields: dict[str, Any], wrong: list[str]) -> None:
    whole = {"title": "征集", "opens_at": OPENS, "closes_at": CLOSES, "entry_url": "https://enter.example/"}
    assert refused(CallPage(**(whole | fields))) == wrong


def test_the_page_shows_what_was_written(calls: CallIndexPage, zh: Tree, client: Client) -> None:
    page = call(
        calls,
        "一件每天都用的东西",
        opens_at=OPENS,
        closes_at=CLOSES,
        summary="改得更好用一点。",
        who_may_enter="<p>任何人都可以<b>参加</b>。</p>",
        offer="<ul><li>样机一件</li></ul>",
        steps=[("step", {"title": title, "text": "记一周\n再画"}) for title in ("看一看", "交一交")],
        entry_email="entries@example.org",
        body=[("text", "<p>不看名气。</p>")],
        attachments=[("file", {"title": "细则", "document": document()})],
    )
    library = institution(zh.directory, "示例图书馆")
    page = published(page, institution_links=[CallInstitution(institution=library)])
    words = reading.main(client, page.url)
    for word in ("一件每天都用的东西", "改得更好用一点。", "样机一件", "看一看", "交一交", "不看名气。"):
        assert word in words
    for word in ("示例图书馆", "2027年3月1日 09:00 UTC+8", "2027年3月31日 18:00 UTC+8"):
        assert word in words
    assert "entries@example.org" in words
    moments = [one["datetime"] for one in reading.page(client, page.url).select(".strip time")]
    assert moments == ["2027-03-01T09:00:00+08:00", "2027-03-31T18:00:00+08:00"]


def test_a_translation_closes_in_the_same_moment(
    page: CallPage, english_calls: CallIndexPage, en: Tree, client: Client
) -> None:
    english = translate(page, en.locale, title="The call", slug="the-call")
    assert (english.opens_at, english.closes_at) == (OPENS, CLOSES)
    assert english.entry_url == "https://enter.example/"
    assert "March 31, 2027 18:00 UTC+8" in reading.main(client, english.url)


def test_more_organisers_and_steps_cost_no_more_queries(calls: CallIndexPage, zh: Tree, client: Client) -> None:
    def with_parts(count: int) -> list[str]:
        named = [institution(zh.directory, f"机构{count}-{number}") for number in range(count)]
        steps = [("step", {"title": "一步", "text": ""})] * count
        links = [CallInstitution(institution=one) for one in named]
        page = published(call(calls, f"征集{count}", steps=steps), institution_links=links)
        return reading.queries(client, page.url)

    few, many = with_parts(1), with_parts(7)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
