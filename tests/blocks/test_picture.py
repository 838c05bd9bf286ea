from typing import Any

import pytest

from designcity.pictures.shapes import SHAPES
from tests.blocks.rendering import refused, rendered, searched
from tests.factories import image

pytestmark = pytest.mark.django_db


def value(**parts: Any) -> dict[str, Any]:
    return {
        "image": image(credit="示例摄影"),
        "alt_text": "一张桌子",
        "decorative": False,
        "caption": "桌子",
        **parts,
    }


def test_a_picture_has_its_alternative_text_caption_and_credit() -> None:
    soup = rendered("picture", value())
    assert soup.select("img")[0]["alt"] == "一张桌子"
    assert "桌子" in soup.select("figcaption")[0].get_text()
    assert "示例摄影" in soup.select("figcaption")[0].get_text()


def test_a_picture_comes_in_light_formats_at_the_sizes_of_the_layout() -> None:
    picture = image()
    for one in SHAPES["body"].filters:
        picture.get_rendition(one)
    types = [source["type"] for source in rendered("picture", value(image=picture)).select("source")]
    assert types == ["image/avif", "image/webp"]


def test_a_decoration_is_passed_over_by_screen_readers() -> None:
    assert rendered("picture", value(decorative=True)).select("img")[0]["alt"] == ""


def test_without_caption_and_credit_there_is_no_caption() -> None:
    assert not rendered("picture", value(image=image(), caption="")).select("figcaption")


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({"alt_text": ""}, ["alt_text"]),
        ({"alt_text": "", "decorative": True}, []),
        ({"image": None}, ["image"]),
        ({}, []),
    ],
)
def test_alternative_text_or_decoration_is_required(parts: dict[str, Any], wrong: list[str]) -> None:
    assert refused("picture", value(**parts)) == wrong


def test_what_it_shows_and_its_caption_are_searched() -> None:
    assert searched("picture", value()) == ["一张桌子", "桌子"]
