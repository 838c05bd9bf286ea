"""Calendar programs get files that they can read: right times, whole words, one identity for ever."""

import datetime
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import PageViewRestriction

from events.models import EventIndexPage, EventPage
from tests.conftest import Tree
from tests.events.conftest import SetClock
from tests.factories import event, on_site, published
from tests.translating import translate

pytestmark = pytest.mark.django_db


def _calendar(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    return Calendar.from_ical(response.content)


def _entry(client: Client, page: EventPage) -> Any:
    [entry] = _calendar(client, f"{page.url}event.ics").events
    return entry


def test_an_event_of_some_hours_has_the_sites_time_zone(events: EventIndexPage, client: Client) -> None:
    start, end = on_site(2027, 5, 20, 14), on_site(2027, 5, 20, 17, 30)
    page = event(events, starts_at=start, ends_at=end)
    calendar = _calendar(client, f"{page.url}event.ics")
    [entry] = calendar.events
    assert (entry.start, entry.end) == (start, end)
    assert entry["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert [zone["TZID"] for zone in calendar.timezones] == ["Asia/Shanghai"]


def test_clocks_that_are_put_forward_are_in_the_file(
    events: EventIndexPage, client: Client, settings: Settings
) -> None:
    settings.TIME_ZONE = "Europe/Paris"
    page = event(events, starts_at=on_site(2027, 3, 27, 20), ends_at=on_site(2027, 3, 28, 20))
    entry = _entry(client, page)
    assert (entry.start.utcoffset(), entry.end.utcoffset()) == tuple(
        datetime.timedelta(hours=hours) for hours in (1, 2)
    )
    assert entry.end - entry.start == datetime.timedelta(hours=24)
    assert entry.end.astimezone(datetime.UTC) == page.ends_at


def test_an_event_of_whole_days_ends_with_the_day_after_its_last(
    events: EventIndexPage, client: Client
) -> None:
    page = event(events, starts_at=on_site(2027, 5, 20, 9), ends_at=on_site(2027, 5, 22, 18), is_all_day=True)
    entry = _entry(client, page)
    assert (entry.start, entry.end) == (datetime.date(2027, 5, 20), datetime.date(2027, 5, 23))


def test_an_event_without_an_end_has_none(events: EventIndexPage, client: Client) -> None:
    entry = _entry(client, event(events, starts_at=on_site(2027, 5, 20, 14)))
    assert "DTEND" not in entry
    one_day = _entry(client, event(events, starts_at=on_site(2027, 5, 20), is_all_day=True))
    assert (one_day.start, one_day.end) == (datetime.date(2027, 5, 20), datetime.date(2027, 5, 21))


@pytest.mark.parametrize(
    "title",
    [
        "设计论坛：为日常而设计",
        "长" * 255,
        'Commas, semicolons; "quotes" \\ back\\nslashes & <tags>',
        "END:VEVENT",
        "表情 👩🏽‍🎨 与生僻字 𠮷",
        "W" * 255,
    ],
)
def test_words_come_back_as_they_were_written(events: EventIndexPage, client: Client, title: str) -> None:
    page = event(events, title, summary=title, place=title[:160], address="一号, 二楼; 三室")
    entry = _entry(client, page)
    assert entry["SUMMARY"] == title
    assert entry["DESCRIPTION"] == f"{title}\n\n{page.full_url}"
    assert entry["LOCATION"] == f"{title[:160]}, 一号, 二楼; 三室"


def test_a_line_break_in_a_summary_cannot_bring_a_line_of_its_own(
    events: EventIndexPage, client: Client
) -> None:
    page = event(events, summary="一\r\nURL:https://evil.example/\r\nEND:VEVENT")
    content = client.get(f"{page.url}event.ics").content.decode()
    assert "\r\nURL:https://evil.example" not in content
    assert _entry(client, page)["URL"] == page.full_url


def test_an_event_online_alone_takes_place_at_its_address(events: EventIndexPage, client: Client) -> None:
    entry = _entry(client, event(events, online_url="https://live.example/"))
    assert entry["LOCATION"] == "https://live.example/"
    assert "https://live.example/" in entry["DESCRIPTION"]


def test_the_identity_is_that_of_all_languages_and_stays_through_changes(
    events: EventIndexPage, english_events: EventIndexPage, en: Tree, client: Client, clock: SetClock
) -> None:
    page = event(events, "论坛")
    first = _entry(client, page)
    english = translate(page, en.locale, title="Forum", slug="forum")
    clock(on_site(2098, 1, 1, 8))
    page.title, page.slug, page.starts_at = "改名的论坛", "elsewhere", on_site(2099, 6, 1)
    changed = published(page)
    second = _entry(client, changed)
    assert first["UID"] == second["UID"] == _entry(client, english)["UID"] == str(page.translation_key)
    assert second["SUMMARY"] == "改名的论坛"
    assert second["LAST-MODIFIED"].dt == second["DTSTAMP"].dt == on_site(2098, 1, 1, 8)
    assert first["LAST-MODIFIED"].dt < second["LAST-MODIFIED"].dt
    assert first["CREATED"].dt == second["CREATED"].dt


def test_a_file_is_kept_under_a_name(events: EventIndexPage, client: Client) -> None:
    page = event(events, "设计论坛")
    disposition = client.get(f"{page.url}event.ics")["Content-Disposition"]
    assert disposition == 'attachment; filename="she-ji-lun-tan.ics"'


def test_the_calendar_has_all_that_is_to_come_in_its_language(
    events: EventIndexPage, english_events: EventIndexPage, client: Client, clock: SetClock
) -> None:
    event(events, "后", starts_at=on_site(2027, 7, 1))
    event(events, "先", starts_at=on_site(2027, 6, 1))
    event(events, "过了", starts_at=on_site(2027, 4, 1))
    event(events, "撤下").unpublish()
    hidden = event(events, "内部")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    event(english_events, "Forum", starts_at=on_site(2027, 6, 1))
    clock(on_site(2027, 5, 1))
    calendar = _calendar(client, f"{events.url}calendar.ics")
    assert [str(entry["SUMMARY"]) for entry in calendar.events] == ["先", "后"]
    assert calendar.calendar_name == "活动"
    english = _calendar(client, f"{english_events.url}calendar.ics")
    assert [str(entry["SUMMARY"]) for entry in english.events] == ["Forum"]
    assert english["UID"] != calendar["UID"]


def test_a_calendar_without_events_is_a_calendar(events: EventIndexPage, client: Client) -> None:
    assert _calendar(client, f"{events.url}calendar.ics").events == []


def test_the_file_of_a_page_that_is_not_public_is_not_to_be_had(events: EventIndexPage, client: Client) -> None:
    page = event(events)
    address = f"{page.url}event.ics"
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address).status_code == 302
    restriction.delete()
    page.unpublish()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["event.ics", "news/event.ics", "events/event.ics", "events/x/event.ics"])
def test_there_is_no_file_where_there_is_no_event(events: EventIndexPage, client: Client, address: str) -> None:
    assert client.get(f"/zh-hans/{address}").status_code == 404


@pytest.mark.parametrize("params", [{"page": "x"}, {"year": "9" * 999}, {"": ""}])
def test_what_is_typed_behind_the_address_changes_nothing(
    events: EventIndexPage, client: Client, params: dict[str, Any]
) -> None:
    for address in ("calendar.ics", "feed/"):
        assert client.get(f"{events.url}{address}", params).status_code == 200


def test_a_longer_calendar_costs_no_more_queries(
    events: EventIndexPage, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"{events.url}calendar.ics"
    event(events)
    client.get(address)
    with django_assert_num_queries(_count(client, address)):
        client.get(address)
    few = _count(client, address)
    for number in range(6):
        event(events, f"第{number}场")
    assert _count(client, address) == few < 15


def _count(client: Client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
