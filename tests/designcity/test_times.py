"""Times are those of the site's clock, whatever the editor's account says."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import Settings

from designcity import times
from designcity.times import SiteTimeField, SiteTimeFormField

MOMENT = datetime.datetime(2027, 1, 31, 16, 30, tzinfo=datetime.UTC)


@pytest.fixture
def zone(settings: Settings) -> Settings:
    """The settings, of which a test changes the site's time zone."""
    settings.TIME_ZONE = "Asia/Shanghai"
    return settings


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("Asia/Shanghai", "UTC+8"),
        ("UTC", "UTC+0"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/St_Johns", "UTC−3:30"),
        ("America/Mexico_City", "UTC−6"),
    ],
)
def test_the_offset_is_said_without_a_name(zone: Settings, name: str, offset: str) -> None:
    zone.TIME_ZONE = name
    assert times.utc_offset(MOMENT) == offset


def test_the_offset_follows_the_season(zone: Settings) -> None:
    zone.TIME_ZONE = "Europe/Paris"
    summer = datetime.datetime(2027, 7, 1, tzinfo=datetime.UTC)
    assert (times.utc_offset(MOMENT), times.utc_offset(summer)) == ("UTC+1", "UTC+2")


def test_a_moment_late_in_one_zone_is_a_day_later_on_the_site(zone: Settings) -> None:
    assert times.local_day(MOMENT) == datetime.date(2027, 2, 1)
    assert times.wall_clock(MOMENT) == datetime.datetime(2027, 2, 1, 0, 30)


def test_today_is_the_sites(zone: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MOMENT)
    with timezone.override(ZoneInfo("America/Mexico_City")):
        assert times.today() == datetime.date(2027, 2, 1)


def test_a_day_lasts_from_midnight_to_midnight_also_when_clocks_are_put_forward(zone: Settings) -> None:
    zone.TIME_ZONE = "Europe/Paris"
    day = datetime.date(2027, 3, 28)
    begin, end = (at(day).astimezone(datetime.UTC) for at in (times.midnight_before, times.midnight_after))
    assert end - begin == datetime.timedelta(hours=23)


def test_an_editor_in_another_zone_gives_and_sees_times_of_the_site(zone: Settings) -> None:
    field = SiteTimeFormField()
    with timezone.override(ZoneInfo("America/Mexico_City")):
        given = field.to_python("2027-02-01 00:30")
        shown = field.prepare_value(MOMENT)
    assert given == MOMENT
    assert shown == datetime.datetime(2027, 2, 1, 0, 30)


@pytest.mark.parametrize("typed", ["0001-01-01 00:00", "1899-12-31 00:00", "9999-12-31 23:59"])
def test_a_year_out_of_reach_is_refused_in_a_sentence(zone: Settings, typed: str) -> None:
    with pytest.raises(ValidationError, match="1900"):
        SiteTimeField().formfield().clean(typed)


@pytest.mark.parametrize("typed", ["gestern", "2027-02-30 10:00", "2027-02-01 25:00", "0000-00-00 00:00", "💥"])
def test_what_is_no_time_is_refused(zone: Settings, typed: str) -> None:
    with pytest.raises(ValidationError):
        SiteTimeField().formfield().clean(typed)
