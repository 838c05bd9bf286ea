from typing import Any

import pytest

from tests.blocks.rendering import refused, rendered
from tests.factories import image

pytestmark = pytest.mark.django_db


def value(*alts: str, title: str = "图集") -> dict[str, Any]:
    parts = {"image": image(), "decorative": False, "caption": ""}
    return {"title": title, "pictures": [parts | {"alt_text": alt} for alt in alts]}


def test_every_picture_has_its_own_alternative_text() -> None:
    soup = rendered("gallery", value("一张桌子", "一把椅子"))
    assert [picture["alt"] for picture in soup.select("li img")] == ["一张桌子", "一把椅子"]
    assert soup.select("h2")[0].get_text() == "图集"


def test_without_a_title_there_is_no_heading() -> None:
    assert not rendered("gallery", value("甲", "乙", title="")).select("h2")


def test_a_gallery_has_two_pictures_at_least() -> None:
    assert refused("gallery", value("甲")) == ["pictures"]
    assert refused("gallery", value("甲", "乙")) == []


def test_the_picture_that_lacks_its_text_is_named() -> None:
    assert refused("gallery", value("甲", "")) == ["pictures.1.alt_text"]
