from typing import Any

import pytest
from django.utils.translation import override

from tests.blocks.rendering import refused, rendered
from tests.conftest import Tree
from tests.factories import published, standard_page

ELSEWHERE = {"label": "去看看", "page": None, "address": "https://example.org/"}


def test_a_button_leads_to_an_address() -> None:
    [link] = rendered("button", ELSEWHERE).select("a.button")
    assert (link["href"], link.get_text()) == ("https://example.org/", "去看看")


@pytest.mark.django_db
def test_a_button_leads_to_a_page_in_the_readers_language_and_takes_its_title(zh: Tree, en: Tree) -> None:
    page = standard_page(zh.home, "关于")
    translation = page.copy_for_translation(en.locale)
    translation.title = "About"
    english = published(translation)
    with override("en"):
        [link] = rendered("button", {"label": "", "page": page, "address": ""}).select("a")
    assert (link["href"], link.get_text()) == (english.url, "About")


def test_a_button_whose_page_is_gone_is_not_shown() -> None:
    assert rendered("button", {"label": "关于", "page": None, "address": ""}).get_text(strip=True) == ""


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({}, []),
        ({"address": ""}, ["page"]),
        ({"label": ""}, ["label"]),
        ({"address": "javascript:alert(1)"}, ["address"]),
    ],
)
def test_one_target_with_words_is_required(parts: dict[str, Any], wrong: list[str]) -> None:
    assert refused("button", ELSEWHERE | parts) == wrong


@pytest.mark.django_db
def test_two_targets_are_one_too_many(zh: Tree) -> None:
    assert refused("button", ELSEWHERE | {"page": zh.news}) == ["page"]
