"""The feeds bring what is not over, as valid Atom in one language, the newest first."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from events.models import CallIndexPage, EventIndexPage
from tests import reading
from tests.events.conftest import SetClock
from tests.factories import call, event, on_site

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(client: Client, address: str) -> list[Element]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    root: Element = fromstring(response.content)
    for required in ("id", "title", "updated", f"author/{ATOM}name"):
        assert root.findtext(f"{ATOM}{required}")
    entries = root.findall(f"{ATOM}entry")
    assert all(entry.findtext(f"{ATOM}{name}") for entry in entries for name in ("id", "title", "updated"))
    return entries


def _titles(entries: list[Element]) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in entries]


def test_the_feed_of_events_has_what_is_not_over(
    events: EventIndexPage, english_events: EventIndexPage, client: Client, clock: SetClock
) -> None:
    clock(on_site(2027, 1, 1))
    event(events, "过了", starts_at=on_site(2026, 1, 1))
    event(events, "早发的", starts_at=on_site(2027, 5, 20, 14), place="图书馆", summary="一句 <话> & 话。")
    clock(on_site(2027, 1, 2))
    event(events, "晚发的", starts_at=on_site(2027, 3, 1))
    event(english_events, "Forum")
    entries = _entries(client, f"{events.url}feed/")
    assert _titles(entries) == ["晚发的", "早发的"]
    summary = entries[1].findtext(f"{ATOM}summary")
    assert summary == "2027年5月20日 14:00 (UTC+8)\n图书馆\n一句 <话> & 话。"
    assert _titles(_entries(client, f"{english_events.url}feed/")) == ["Forum"]


def test_the_feed_of_calls_has_what_is_not_closed(
    calls: CallIndexPage, english_calls: CallIndexPage, client: Client, clock: SetClock
) -> None:
    call(calls, "截止的", closes_at=on_site(2026, 12, 31))
    call(calls, "开着的", closes_at=on_site(2027, 3, 31, 18), summary="一句话。")
    call(english_calls, "Open", closes_at=on_site(2027, 3, 31, 18))
    clock(on_site(2027, 1, 1))
    [entry] = _entries(client, f"{calls.url}feed/")
    assert entry.findtext(f"{ATOM}title") == "开着的"
    assert "2027年3月31日 18:00" in str(entry.findtext(f"{ATOM}summary"))
    [english] = _entries(client, f"{english_calls.url}feed/")
    assert english.findtext(f"{ATOM}summary") == "Entries until March 31, 2027 18:00 (UTC+8)"


@pytest.mark.parametrize("kind", ["events", "calls"])
def test_an_index_points_readers_to_its_feed(kind: str, request: pytest.FixtureRequest, client: Client) -> None:
    index: Any = request.getfixturevalue(kind)
    assert _entries(client, f"{index.url}feed/") == []
    soup = reading.page(client, index.url)
    link = reading.one(soup, 'head link[type="application/atom+xml"]')
    assert link["href"] == f"/zh-hans/{kind}/feed/"
    assert soup.select_one(f'main a[href="/zh-hans/{kind}/feed/"]') is not None
