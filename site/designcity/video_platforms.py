"""The platforms whose videos can be shown, each with the only host from which its player may come.

Settings read this module, so that it imports nothing of Django's but the marking of texts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext_lazy as _

ID = r"[A-Za-z0-9_=-]+"


@dataclass(frozen=True)
class Platform:
    """A platform: the hosts of its pages, where in an address a video is named, and how its player is asked.

    `names` are patterns of path and query; what their group `id` finds is put into `player`.
    """

    key: str
    name: Any
    hosts: tuple[str, ...]
    names: tuple[str, ...]
    player_host: str
    player: str

    def player_of(self, address: str) -> str:
        """Return the address of the player of the video at `address`; empty when it names none."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.scheme not in ("http", "https") or parts.hostname not in {*self.hosts, self.player_host}:
            return ""
        place = f"{parts.path}?{parts.query}"
        found = next(filter(None, (re.search(name, place) for name in self.names)), None)
        if found is None:
            return ""
        return f"https://{self.player_host}{self.player.format(id=found['id'], **_details(parts.query))}"


PLATFORMS = (
    Platform(
        "bilibili",
        _("Bilibili"),
        ("www.bilibili.com", "bilibili.com", "m.bilibili.com"),
        (r"/video/(?P<id>BV[A-Za-z0-9]{10})\b", r"/player\.html\?(?:.*&)?bvid=(?P<id>BV[A-Za-z0-9]{10})\b"),
        "player.bilibili.com",
        "/player.html?bvid={id}&page={p}&autoplay=1",
    ),
    Platform(
        "tencent",
        _("Tencent Video"),
        ("v.qq.com", "m.v.qq.com"),
        (
            rf"/x/(?:page/|cover/{ID}/)(?P<id>[a-z0-9]{{8,16}})\.html",
            r"/player\.html\?(?:.*&)?vid=(?P<id>[a-z0-9]{8,16})\b",
        ),
        "v.qq.com",
        "/txp/iframe/player.html?vid={id}&autoplay=true",
    ),
    Platform(
        "youku",
        _("Youku"),
        ("v.youku.com", "m.youku.com"),
        (r"/v_show/id_(?P<id>X[A-Za-z0-9=]+)\.html", r"/embed/(?P<id>X[A-Za-z0-9=]+)"),
        "player.youku.com",
        "/embed/{id}?autoplay=1",
    ),
    Platform(
        "youtube",
        "YouTube",
        ("www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be"),
        (
            r"^/watch\?(?:.*&)?v=(?P<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])",
            r"^/(?:(?:embed|shorts|live)/)?(?P<id>[A-Za-z0-9_-]{11})\?",
        ),
        "www.youtube-nocookie.com",
        "/embed/{id}?autoplay=1&rel=0",
    ),
    Platform(
        "vimeo",
        "Vimeo",
        ("vimeo.com", "www.vimeo.com"),
        (r"^/(?:video/)?(?P<id>\d{5,12})/?\?",),
        "player.vimeo.com",
        "/video/{id}?dnt=1&autoplay=1",
    ),
)
BY_KEY = {platform.key: platform for platform in PLATFORMS}


def chosen(keys: Iterable[str]) -> list[Platform]:
    """Return the platforms with these keys, in their order; raises `ValueError` naming an unknown one."""
    keys = [key.strip() for key in keys if key.strip() not in ("", "none")]
    unknown = [key for key in keys if key not in BY_KEY]
    if unknown:
        raise ValueError(f"VIDEO_PLATFORMS names “{unknown[0]}”; known are {', '.join(BY_KEY)}.")
    return [BY_KEY[key] for key in keys]


def player_sources(keys: Iterable[str]) -> list[str]:
    """Return the origins from which players may come, for the content security policy."""
    return [f"https://{platform.player_host}" for platform in chosen(keys)] or ["'none'"]


def _details(query: str) -> dict[str, str]:
    """Return which part of a series is meant, as Bilibili counts them."""
    part = parse_qs(query).get("p", ["1"])[0]
    return {"p": part if part.isascii() and part.isdigit() else "1"}
