"""An event says when and where it takes place, and knows by its times whether it is over."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone, translation
from pytest_django import Settings

from events.event import EventState
from events.models import EventIndexPage, EventInstitution, EventPage
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.events.conftest import SetClock
from tests.factories import event, image, institution, on_site, published, term
from tests.translating import translate

pytestmark = pytest.mark.django_db

SECOND = datetime.timedelta(seconds=1)
START, END = on_site(2027, 5, 20, 14), on_site(2027, 5, 21, 17, 30)
UPCOMING, RUNNING, PAST = EventState.UPCOMING, EventState.RUNNING, EventState.PAST


@pytest.mark.parametrize(
    ("now", "fields", "state"),
    [
        (START - SECOND, {"ends_at": END}, UPCOMING),
        (START, {"ends_at": END}, RUNNING),
        (END - SECOND, {"ends_at": END}, RUNNING),
        (END, {"ends_at": END}, PAST),
        # Without an end, its day has to be over.
        (START, {}, RUNNING),
        (on_site(2027, 5, 21) - SECOND, {}, RUNNING),
        (on_site(2027, 5, 21), {}, PAST),
        # Of whole days the hours don't count.
        (on_site(2027, 5, 20) - SECOND, {"ends_at": END, "is_all_day": True}, UPCOMING),
        (on_site(2027, 5, 20), {"ends_at": END, "is_all_day": True}, RUNNING),
        (on_site(2027, 5, 22) - SECOND, {"ends_at": END, "is_all_day": True}, RUNNING),
        (on_site(2027, 5, 22), {"ends_at": END, "is_all_day": True}, PAST),
        (on_site(2027, 5, 21) - SECOND, {"is_all_day": True}, RUNNING),
        (on_site(2027, 5, 21), {"is_all_day": True}, PAST),
    ],
)
def test_the_state_follows_from_the_times(
    events: EventIndexPage, clock: SetClock, now: datetime.datetime, fields: dict[str, Any], state: EventState
) -> None:
    page = event(events, starts_at=START, **fields)
    clock(now)
    assert page.state == state
    assert EventPage.objects.over().exists() == (state == PAST)
    assert EventPage.objects.not_over().exists() == (state != PAST)


def test_an_editor_in_another_time_zone_changes_nothing_of_the_state(
    events: EventIndexPage, clock: SetClock
) -> None:
    with timezone.override(ZoneInfo("America/Mexico_City")):
        page = event(events, starts_at=START, is_all_day=True)
        clock(on_site(2027, 5, 20))
        assert page.state == RUNNING
        assert (page.first_day, page.last_day) == (datetime.date(2027, 5, 20),) * 2


def test_changed_times_count_at_once(events: EventIndexPage, clock: SetClock) -> None:
    page = event(events, starts_at=START, ends_at=END)
    clock(END)
    page.ends_at = END + datetime.timedelta(days=1)
    published(page)
    assert EventPage.objects.not_over().get() == page


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, []),
        ({"ends_at": START + SECOND}, []),
        ({"ends_at": START}, ["ends_at"]),
        ({"ends_at": START - datetime.timedelta(days=1)}, ["ends_at"]),
        ({"ends_at": START, "is_all_day": True}, []),
        ({"ends_at": on_site(2027, 5, 20), "is_all_day": True}, []),
        ({"ends_at": on_site(2027, 5, 20) - SECOND, "is_all_day": True}, ["ends_at"]),
        ({"starts_at": None}, ["starts_at"]),
        ({"starts_at": None, "ends_at": END}, ["starts_at"]),
        ({"starts_at": on_site(1066, 10, 14)}, ["starts_at"]),
        ({"title": "长" * 256}, ["title"]),
        ({"online_url": "javascript:alert(1)"}, ["online_url"]),
        ({"registration_url": "no address"}, ["registration_url"]),
    ],
)
def test_what_is_wrong_is_said_at_its_field(fields: dict[str, Any], wrong: list[str]) -> None:
    assert refused(EventPage(**({"title": "论坛", "starts_at": START} | fields))) == wrong


def test_a_lead_picture_needs_alternative_text() -> None:
    page = EventPage(title="论坛", starts_at=START, lead_image=image())
    assert refused(page) == ["lead_image_alt"]
    page.lead_image_alt = "会场"
    assert refused(page) == []


@pytest.mark.parametrize(
    ("ends_at", "is_all_day", "chinese", "english"),
    [
        (None, False, "2027年5月20日 14:00", "May 20, 2027 14:00"),
        (
            on_site(2027, 5, 20, 17, 30),
            False,
            "2027年5月20日 14:00–\u206017:30",
            "May 20, 2027 14:00–\u206017:30",
        ),
        (
            END,
            False,
            "2027年5月20日 14:00 – 2027年5月21日 17:30",
            "May 20, 2027 14:00 – May 21, 2027 17:30",
        ),
        (None, True, "2027年5月20日", "May 20, 2027"),
        (on_site(2027, 5, 20, 9), True, "2027年5月20日", "May 20, 2027"),
        (END, True, "2027年5月20日 – 2027年5月21日", "May 20, 2027 – May 21, 2027"),
    ],
)
def test_the_period_says_each_day_once(
    ends_at: datetime.datetime | None, is_all_day: bool, chinese: str, english: str
) -> None:
    page = EventPage(title="论坛", starts_at=START, ends_at=ends_at, is_all_day=is_all_day)
    for language, words in (("zh-hans", chinese), ("en", english)):
        with translation.override(language):
            assert page.period == words
    assert page.zone == ("" if is_all_day else "UTC+8")


def test_the_page_shows_what_was_written(events: EventIndexPage, zh: Tree, client: Client) -> None:
    from institutions.models import District

    page = event(
        events,
        "为日常而设计",
        starts_at=START,
        ends_at=END,
        summary="一天三场对谈。",
        place="示例图书馆",
        address="书架路一号",
        district=term(District, "南区", locale=zh.locale),
        lead_image=image(credit="赵摄"),
        lead_image_alt="会场",
        lead_image_caption="会场一角",
        body=[("text", "<p>不用讲稿。</p>")],
    )
    soup = reading.page(client, page.url)
    words = reading.main(client, page.url)
    for word in ("为日常而设计", "一天三场对谈。", "示例图书馆", "书架路一号", "南区", "会场一角", "赵摄"):
        assert word in words
    assert "不用讲稿。" in words
    assert "2027年5月20日 14:00 – 2027年5月21日 17:30 UTC+8" in words
    assert reading.one(soup, ".strip time")["datetime"] == "2027-05-20T14:00:00+08:00"
    assert soup.find("img", alt="会场") is not None


def test_one_can_register_until_the_event_is_over(
    events: EventIndexPage, client: Client, clock: SetClock
) -> None:
    page = event(events, starts_at=START, ends_at=END, registration_url="https://register.example/")
    files = {"https://register.example/", f"{page.url}event.ics"}
    clock(END - SECOND)
    assert files <= set(reading.links(client, page.url).values())
    clock(END)
    assert files.isdisjoint(reading.links(client, page.url).values())


def test_a_translation_has_the_same_times_and_its_own_words(
    events: EventIndexPage, english_events: EventIndexPage, en: Tree, client: Client
) -> None:
    page = event(events, "论坛", starts_at=START, ends_at=END, place="图书馆")
    english = translate(page, en.locale, title="Forum", place="The library", slug="forum")
    assert (english.starts_at, english.ends_at, english.over_at) == (START, END, END)
    words = reading.main(client, english.url)
    assert "The library" in words
    assert "May 20, 2027 14:00 – May 21, 2027 17:30 UTC+8" in words
    page.starts_at, page.ends_at = START - datetime.timedelta(days=7), None
    page = published(page)
    again = translate(page, en.locale, title="Forum", place="The library", slug="forum")
    assert (again.starts_at, again.ends_at, again.over_at) == (page.starts_at, None, page.over_at)


def test_organisers_are_named_in_the_readers_language(
    english_events: EventIndexPage, zh: Tree, en: Tree, client: Client
) -> None:
    library, alone = institution(zh.directory, "示例图书馆"), institution(zh.directory, "只有中文的机构")
    translate(library, en.locale, title="Sample library", slug="sample-library")
    links = [EventInstitution(institution=one) for one in (library, alone)]
    page = published(event(english_events, "Forum"), institution_links=links)
    assert reading.links(client, page.url)["Sample library"] == "/en/institutions/sample-library/"
    assert "只有中文的机构" not in reading.main(client, page.url)


def test_an_event_of_which_only_the_beginning_is_known_has_a_page(
    events: EventIndexPage, client: Client, settings: Settings
) -> None:
    assert "某活动" in reading.main(client, event(events, "某活动").url)


def test_more_organisers_cost_no_more_queries(events: EventIndexPage, zh: Tree, client: Client) -> None:
    def organised_by(count: int) -> list[str]:
        named = [institution(zh.directory, f"机构{count}-{number}") for number in range(count)]
        links = [EventInstitution(institution=one) for one in named]
        return reading.queries(client, published(event(events, f"论坛{count}"), institution_links=links).url)

    few, many = organised_by(1), organised_by(7)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
