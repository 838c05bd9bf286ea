from typing import Any

import pytest

from tests import reading
from tests.blocks.rendering import refused, rendered, searched
from tests.everything import person
from tests.factories import image

NOBODY: dict[str, Any] = {"role": "", "organisation": "", "image": None, "alt_text": "", "bio": ""}


def value(*people: dict[str, Any], title: str = "嘉宾") -> dict[str, Any]:
    return {"title": title, "people": [NOBODY | one for one in people]}


@pytest.mark.django_db
def test_somebody_is_shown_with_portrait_role_organisation_and_words() -> None:
    soup = rendered("people", value(person()))
    assert reading.one(soup, "img")["alt"] == "一位戴眼镜的人"
    shown = reading.one(soup, "li").get_text(" ", strip=True)
    assert shown == "示例人 设计师 示例工作室 做了二十年灯。"


def test_of_whom_only_the_name_is_known_there_is_nothing_empty() -> None:
    soup = rendered("people", value({"name": "示例人"}, title=""))
    assert reading.one(soup, "li").get_text(strip=True) == "示例人"
    assert not soup.select("h2, p, img, picture")


@pytest.mark.django_db
def test_the_maker_of_a_portrait_is_named() -> None:
    portrait = {"image": image(credit="示例摄影"), "alt_text": "微笑的人"}
    assert "示例摄影" in rendered("people", value({"name": "示例人"} | portrait)).get_text()


@pytest.mark.django_db
def test_a_portrait_without_alternative_text_is_refused() -> None:
    assert refused("people", value({"name": "示例人"}, person() | {"alt_text": ""})) == ["people.1.alt_text"]


def test_somebody_without_a_name_and_nobody_at_all_are_refused() -> None:
    assert refused("people", value({"name": ""})) == ["people.0.name"]
    assert refused("people", value()) == ["people"]
    assert refused("people", value({"name": "示例人", "bio": "长" * 601})) == ["people.0.bio"]


def test_names_roles_and_organisations_are_searched() -> None:
    found = searched("people", value({"name": "示例人", "role": "设计师", "organisation": "示例工作室"}))
    assert found == ["嘉宾", "示例人", "设计师", "示例工作室"]
