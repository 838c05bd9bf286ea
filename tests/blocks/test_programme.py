import datetime
from typing import Any

from tests.blocks.rendering import refused, rendered, searched
from tests.everything import day

MONDAY = datetime.date(2026, 6, 1)


def value(*days: dict[str, Any], title: str = "日程") -> dict[str, Any]:
    return {"title": title, "days": list(days)}


def test_days_and_sessions_stand_in_the_order_of_time_whatever_order_they_were_entered_in() -> None:
    tuesday = day() | {"date": MONDAY + datetime.timedelta(days=1)}
    soup = rendered("programme", value(tuesday, day()))
    assert [time["datetime"] for time in soup.select("h3 time")] == ["2026-06-01", "2026-06-02"]
    assert [one.get_text() for one in soup.select(".session__title")] == ["开场", "工作坊"] * 2


def test_a_session_says_from_when_to_when_who_and_where() -> None:
    first, second = rendered("programme", value(day())).select(".session")
    assert first.get_text(" ", strip=True) == "09:00 开场 示例人 大厅"
    assert "".join(second.get_text(strip=True).split()) == "10:00–11:30工作坊"
    assert [time["datetime"] for time in second.select("time")] == ["10:00", "11:30"]


def test_without_a_title_the_days_are_still_headings() -> None:
    soup = rendered("programme", value(day(), title=""), inner=2)
    assert len(soup.select("h2")) == 1


def _session(**parts: Any) -> dict[str, Any]:
    return {"date": MONDAY, "sessions": [day()["sessions"][0] | parts]}


def test_an_end_before_the_beginning_is_refused() -> None:
    at_ten = datetime.time(10)
    assert refused("programme", value(_session(starts=at_ten, ends=at_ten))) == ["days.0.sessions.0.ends"]
    assert refused("programme", value(_session(ends=datetime.time(9)))) == ["days.0.sessions.0.ends"]
    assert refused("programme", value(_session(ends=None))) == []


def test_what_lacks_is_named_where_it_lacks() -> None:
    assert refused("programme", value(_session(starts=None, title=""))) == [
        "days.0.sessions.0.starts",
        "days.0.sessions.0.title",
    ]
    assert refused("programme", value({"date": None, "sessions": []})) == ["days.0.date", "days.0.sessions"]


def test_a_day_that_stands_there_twice_is_refused() -> None:
    assert refused("programme", value(day(), day())) == ["days"]


def test_titles_speakers_and_places_are_searched() -> None:
    assert searched("programme", value(day())) == ["日程", "工作坊", "开场", "示例人", "大厅"]
