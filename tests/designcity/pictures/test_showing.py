"""Pictures are shown from what was made when the page was published; a reader's request makes nothing."""

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from designcity.images import DesignImage
from designcity.pictures.shapes import SHAPES
from designcity.pictures.showing import made_of, picture_html
from tests.conftest import Tree
from tests.everything import PAGE_TYPES, page_of
from tests.factories import article, image

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("made_pictures")]


def pictures(client: Client, address: str) -> list[Tag]:
    """Return the `<img>` elements of a page that show uploaded pictures."""
    soup = BeautifulSoup(client.get(address).content, "lxml")
    return [one for one in soup.select("img") if "/media/" in str(one.get("src"))]


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_no_readers_request_makes_a_picture(
    model: type[Page], zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(model, zh)
    made: list[Any] = []
    monkeypatch.setattr(AbstractImage, "generate_rendition_file", lambda *args, **kwargs: made.append(args))
    assert client.get(page.url).status_code == 200
    assert made == []


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_picture_of_a_page_was_made_and_has_its_size(model: type[Page], zh: Tree, client: Client) -> None:
    page = page_of(model, zh)
    originals = {str(one.file.url) for one in DesignImage.objects.all()}
    for shown in pictures(client, page.url):
        assert shown.get("src") not in originals
        assert int(str(shown["width"])) > 0
        assert int(str(shown["height"])) > 0
        assert "alt" in shown.attrs


def test_a_picture_is_offered_in_every_format_the_most_compact_first(zh: Tree, client: Client) -> None:
    page = article(zh.news, lead_image=image(), lead_image_alt="会场")
    soup = BeautifulSoup(client.get(page.url).content, "lxml")
    types = [source["type"] for source in soup.select("figure.article__lead source")]
    assert types == ["image/avif", "image/webp"]
    assert str(soup.select("figure.article__lead img")[0]["src"]).endswith(".jpg")


def test_a_picture_smaller_than_the_layout_is_offered_once() -> None:
    small = image()
    for one in SHAPES["lead"].filters:
        small.get_rendition(one)
    made = made_of(small, SHAPES["lead"])
    assert {rendition.width for rendition in made.values()} == {640}
    assert len(made) == 3


def test_an_empty_picture_keeps_the_place_until_its_sizes_are_made() -> None:
    html = picture_html(image(), SHAPES["body"], {"alt": "一张<桌子>", "loading": "lazy"})
    shown = BeautifulSoup(html, "lxml").select_one("picture img")
    assert shown is not None
    assert shown["alt"] == "一张<桌子>"
    assert (shown["width"], shown["height"], shown["loading"]) == ("640", "480", "lazy")
    assert str(shown["src"]).startswith("/static/designcity/img/picture")


def test_readers_templates_show_pictures_in_the_shapes_of_the_layout_alone() -> None:
    making = re.compile(r"{% (picture|image|srcset_image) ")
    of_readers = [path for path in TEMPLATES.rglob("*.html") if "wagtailadmin/" not in path.read_text()]
    assert [path.name for path in of_readers if making.search(path.read_text())] == []
    assert len(of_readers) > 50
