"""A table is read by everybody, on a phone too, and is translated cell by cell."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation

from tests import reading
from tests.blocks.rendering import BLOCKS, refused, rendered, searched
from tests.conftest import Tree
from tests.everything import table
from tests.factories import administrator, standard_page
from tests.translating import translate


def value(**parts: Any) -> dict[str, Any]:
    return {"cells": table() | parts, "row_names": True, "note": "示例数字"}


def texts(soup: Any, selector: str) -> list[str]:
    return [found.get_text(strip=True) for found in soup.select(selector)]


def test_caption_headings_rows_and_note_are_shown() -> None:
    soup = rendered("table", value())
    assert texts(soup, "caption") == ["两年的展览"]
    assert texts(soup, "thead th[scope=col]") == ["年份", "场数"]
    assert texts(soup, "tbody th[scope=row]") == ["去年", "今年"]
    assert texts(soup, "tbody td") == ["12", "十八"]
    assert texts(soup, "figcaption") == ["示例数字"]


def test_rows_need_no_names() -> None:
    soup = rendered("table", value() | {"row_names": False, "note": ""})
    assert texts(soup, "tbody td") == ["去年", "12", "今年", "十八"]
    assert not soup.select("tbody th, figcaption")


def test_it_scrolls_in_a_region_that_the_keyboard_reaches_and_that_has_a_name() -> None:
    region = reading.one(rendered("table", value()), "[role=region]")
    assert (region["tabindex"], region["aria-label"]) == ("0", "两年的展览")


def test_han_and_latin_text_stand_beside_each_other_as_typed() -> None:
    rows = [{"values": ["工业设计 Industrial design <b>", ""]}]
    assert texts(rendered("table", value(rows=rows)), "tbody :is(th, td)") == [
        "工业设计 Industrial design <b>",
        "",
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"caption": " "},
        {"columns": [], "rows": []},
        {"rows": []},
        {"columns": [{"type": "text", "heading": "年份"}, {"type": "number", "heading": ""}]},
    ],
)
def test_a_table_that_cannot_be_read_is_refused(parts: dict[str, Any]) -> None:
    assert refused("table", value(**parts)) == ["cells"]


def test_the_cell_that_is_too_long_is_named() -> None:
    assert refused("table", value()) == []
    assert refused("table", value(rows=[{"values": ["长" * 501, "1"]}])) == ["cells.0.0"]


def test_every_word_of_it_is_searched() -> None:
    found = searched("table", value())
    assert found == ["两年的展览", "年份", "场数", "去年", "12", "今年", "十八", "示例数字"]


def test_a_translator_meets_each_text_once_and_no_bare_number() -> None:
    block: Any = BLOCKS["table"]
    cells = block.child_blocks["cells"]
    rows = [{"values": ["去年", "12"]}, {"values": ["去年", "1.5%"]}]
    segments = cells.get_translatable_segments(cells.to_python(table() | {"rows": rows}))
    assert [segment.string.data for segment in segments] == ["两年的展览", "年份", "场数", "去年"]


@pytest.mark.django_db
def test_its_cells_are_translated_and_stay_translated_when_rows_move(
    zh: Tree, en: Tree, client: Client
) -> None:
    page = standard_page(zh.home, body=[("table", value())])
    english = translate(page, en.locale, slug="in-english")
    soup = reading.page(client, english.url)
    assert texts(soup, "caption") == ["English of 两年的展览"]
    assert texts(soup, "tbody :is(th, td)") == ["English of 去年", "12", "English of 今年", "English of 十八"]
    [block] = page.body
    block.value["cells"].row_data.reverse()
    page.save_revision().publish()
    translation = Translation.objects.get(source__object_id=page.translation_key)
    translation.source.update_from_db()
    assert translation.get_progress() == (9, 9)


@pytest.mark.django_db
def test_the_translators_form_opens(zh: Tree, client: Client) -> None:
    english, _ = Locale.objects.get_or_create(language_code="en")
    page = standard_page(zh.home, body=[("table", value())])
    client.force_login(administrator())
    client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [english.pk]})
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.get_translation(english).pk]))
    assert answer.status_code == 200
    strings = [segment["source"] for segment in json.loads(answer.context["props"])["segments"]]
    assert "两年的展览" in strings
