"""A video loads nothing from anywhere before the reader asks for it."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import translation
from pytest_django import Settings
from wagtail.documents.models import Document

from designcity.blocks.video import _unknown_address, platform_of
from designcity.video_platforms import BY_KEY, chosen, player_sources
from tests import reading
from tests.blocks.rendering import refused, rendered, searched
from tests.conftest import Tree
from tests.factories import article, image

BILIBILI = "https://www.bilibili.com/video/BV1sample00A/"
EMPTY: dict[str, Any] = {"file": None, "poster": None, "caption": "", "transcript": ""}


def value(address: str = BILIBILI, **parts: Any) -> dict[str, Any]:
    return EMPTY | {"title": "城市的一天", "address": address} | parts


@pytest.fixture
def film(db: None) -> Document:
    """A saved film of a few bytes."""
    found: Document = Document.objects.create(title="影片", file=ContentFile(b"film", name="film.mp4"))
    return found


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (BILIBILI, "https://player.bilibili.com/player.html?bvid=BV1sample00A&page=1&autoplay=1"),
        (
            f"{BILIBILI}?p=3&spm=1",
            "https://player.bilibili.com/player.html?bvid=BV1sample00A&page=3&autoplay=1",
        ),
        (f"{BILIBILI}?p=x", "https://player.bilibili.com/player.html?bvid=BV1sample00A&page=1&autoplay=1"),
        (
            "https://player.bilibili.com/player.html?aid=1&bvid=BV1sample00A",
            "https://player.bilibili.com/player.html?bvid=BV1sample00A&page=1&autoplay=1",
        ),
        (
            "https://v.qq.com/x/page/a1234567890.html",
            "https://v.qq.com/txp/iframe/player.html?vid=a1234567890&autoplay=true",
        ),
        (
            "https://v.qq.com/x/cover/mzc0020/b1234567890.html?from=x",
            "https://v.qq.com/txp/iframe/player.html?vid=b1234567890&autoplay=true",
        ),
        (
            "https://v.youku.com/v_show/id_XMTIzNDU2Nw==.html",
            "https://player.youku.com/embed/XMTIzNDU2Nw==?autoplay=1",
        ),
        (
            "https://www.youtube.com/watch?list=x&v=abc-DEF_123",
            "https://www.youtube-nocookie.com/embed/abc-DEF_123?autoplay=1&rel=0",
        ),
        (
            "https://youtu.be/abc-DEF_123?t=4",
            "https://www.youtube-nocookie.com/embed/abc-DEF_123?autoplay=1&rel=0",
        ),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1"),
        (
            "https://player.vimeo.com/video/123456789",
            "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1",
        ),
    ],
)
def test_the_player_of_a_known_address_is_found(address: str, player: str) -> None:
    platform = platform_of(address)
    assert platform is not None
    assert platform.player_of(address) == player
    assert player.startswith(f"https://{platform.player_host}/")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/video/BV1sample00A/",
        "https://www.bilibili.com.example.org/video/BV1sample00A/",
        "https://www.bilibili.com/",
        "https://www.bilibili.com/video/BV1/",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=abc-DEF_1234567",
        'https://vimeo.com/12345"onload="x',
        "ftp://vimeo.com/123456789",
        "javascript:alert(1)//vimeo.com/123456789",
        "https://[broken",
        "",
    ],
)
def test_an_address_of_no_known_video_is_not_taken(address: str) -> None:
    assert platform_of(address) is None


def test_nothing_of_a_platform_is_named_where_a_browser_would_load_it() -> None:
    soup = rendered("video", value())
    assert not soup.select("iframe, video, embed, object, link")
    assert all(str(script["src"]).startswith("/static/") for script in soup.select("script"))
    assert not [tag for tag in soup.select("[src], [srcset], [poster]") if "bilibili" in str(tag.attrs)]


def test_without_a_script_a_link_leads_to_the_platform() -> None:
    soup = rendered("video", value())
    assert [link["href"] for link in soup.select("a")] == [BILIBILI]
    assert reading.one(soup, "[data-video-ask]").has_attr("hidden")


def test_the_button_says_what_pressing_it_means() -> None:
    with translation.override("en"):
        soup = rendered("video", value(address="https://vimeo.com/123456789"))
    assert reading.one(soup, "button").get_text() == "Load and play from Vimeo"
    assert "may set cookies" in reading.one(soup, "[data-video-ask]").get_text()


@pytest.mark.django_db
def test_the_poster_is_the_sites_own_and_says_nothing_twice() -> None:
    soup = rendered("video", value(poster=image(credit="示例摄影"), caption="一段影片"))
    assert reading.one(soup, "img")["alt"] == ""
    assert "示例摄影" in reading.one(soup, "figcaption").get_text()


def test_a_transcript_stands_behind_its_own_heading() -> None:
    soup = rendered("video", value(transcript="先是早晨。\n\n然后是夜晚。"))
    assert [p.get_text() for p in soup.select("details p")] == ["先是早晨。", "然后是夜晚。"]
    assert not rendered("video", value()).select("details")


def test_a_file_plays_from_the_site_itself_and_loads_nothing_beforehand(film: Document) -> None:
    soup = rendered("video", value(address="", file=film))
    assert reading.one(soup, "video")["preload"] == "none"
    assert reading.one(soup, "video source")["src"] == film.url
    assert reading.one(soup, "a")["href"] == film.url
    assert not soup.select("[data-video], script")


def test_a_video_of_a_platform_that_is_no_longer_allowed_is_only_a_link(settings: Settings) -> None:
    settings.VIDEO_PLATFORMS = ["vimeo"]
    soup = rendered("video", value())
    assert [link["href"] for link in soup.select("a")] == [BILIBILI]
    assert not soup.select("[data-video]")


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({}, []),
        ({"title": ""}, ["title"]),
        ({"address": ""}, ["address"]),
        ({"address": "https://example.org/film"}, ["address"]),
        ({"address": "not an address"}, ["address"]),
    ],
)
def test_one_known_source_is_required(parts: dict[str, Any], wrong: list[str]) -> None:
    assert refused("video", value(**parts)) == wrong


def test_two_sources_are_one_too_many_and_a_file_must_be_a_film(film: Document) -> None:
    assert refused("video", value(file=film)) == ["address"]
    assert refused("video", value(address="", file=film)) == []
    letter = Document.objects.create(title="信", file=ContentFile(b"x", name="letter.txt"))
    assert refused("video", value(address="", file=letter)) == ["file"]


def test_the_refusal_names_the_platforms_that_are_known(settings: Settings) -> None:
    settings.VIDEO_PLATFORMS = ["youtube", "vimeo"]
    with translation.override("en"):
        assert _unknown_address().endswith("one of these: YouTube, Vimeo.")


def test_title_and_transcript_are_searched_and_no_address() -> None:
    assert searched("video", value(transcript="先是早晨。")) == ["城市的一天", "先是早晨。"]


@pytest.mark.django_db
def test_frames_may_come_only_from_the_players_of_the_settings(zh: Tree, client: Client) -> None:
    policy = client.get(article(zh.news).url)["Content-Security-Policy"]
    [frames] = [part.split()[1:] for part in policy.split(";") if part.split()[0] == "frame-src"]
    assert frames == [f"https://{platform.player_host}" for platform in BY_KEY.values()]


def test_the_policy_follows_the_list_of_platforms() -> None:
    assert player_sources(["vimeo", " youku "]) == ["https://player.vimeo.com", "https://player.youku.com"]
    assert player_sources(["none"]) == player_sources([""]) == ["'none'"]
    with pytest.raises(ValueError, match="names “myspace”; known are bilibili"):
        chosen(["vimeo", "myspace"])
