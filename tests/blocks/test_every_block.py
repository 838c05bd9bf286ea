"""A block, its template, its style and its test carry the same name; each is presentable in the chooser."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.admin.icons import get_icons

from designcity import stylesheets
from newsroom.models import RoleKey
from tests import reading
from tests.blocks.rendering import BLOCKS
from tests.conftest import Tree
from tests.everything import body
from tests.factories import administrator, standard_page
from tests.newsroom.people import browser, member

ROOT = Path(__file__).resolve().parents[2]
every_block = pytest.mark.parametrize("name", BLOCKS)


@every_block
def test_a_block_brings_a_template_a_style_and_a_test_of_its_name(name: str) -> None:
    assert BLOCKS[name].meta.template == f"blocks/{name}.html"
    assert (ROOT / "templates" / "blocks" / f"{name}.html").exists()
    assert (stylesheets.SOURCES / "blocks" / f"{name}.css").exists()
    assert (ROOT / "tests" / "blocks" / f"test_{name}.py").exists()


def test_no_style_is_left_of_a_block_that_is_gone() -> None:
    assert {path.stem for path in (stylesheets.SOURCES / "blocks").iterdir()} == set(BLOCKS)


@every_block
def test_a_block_has_an_icon_of_wagtails_a_group_and_a_sentence_of_its_own(name: str) -> None:
    meta = BLOCKS[name].meta
    icons = {icon["id"] for icon in BeautifulSoup(get_icons(), "html.parser").select("symbol[id]")}
    assert f"icon-{meta.icon}" in icons
    assert meta.group
    with translation.override("en"):
        assert str(meta.description).endswith(".")


def test_the_groups_of_the_chooser_are_not_torn_apart() -> None:
    groups = [str(block.meta.group) for block in BLOCKS.values()]
    runs = [group for before, group in zip([None, *groups], groups, strict=False) if group != before]
    assert len(runs) == len(set(runs))


@pytest.mark.django_db
@every_block
def test_the_preview_shows_something(name: str, client: Client) -> None:
    client.force_login(administrator())
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": BLOCKS[name].definition_prefix})
    shown = BeautifulSoup(response.content.decode(), "html.parser").find("main")
    assert shown is not None
    assert shown.get_text(strip=True)


@pytest.mark.django_db
@every_block
def test_the_preview_speaks_the_editors_language(name: str) -> None:
    client = browser(member(RoleKey.EDITOR, language="zh-hans"))
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": BLOCKS[name].definition_prefix})
    shown = BeautifulSoup(response.content.decode(), "html.parser").find("main")
    assert shown is not None
    assert re.findall("[A-Za-z]{4,}", shown.get_text(" ")) == []


@pytest.mark.django_db
def test_a_page_of_every_block_has_headings_without_gaps_and_ids_of_their_own(zh: Tree, client: Client) -> None:
    soup = reading.page(client, standard_page(zh.home, body=body(zh)).url)
    levels = [int(heading.name[1]) for heading in soup.select("main :is(h1, h2, h3, h4)")]
    assert all(level <= before + 1 for before, level in pairwise(levels))
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.django_db
def test_a_page_of_every_block_carries_nothing_inline(zh: Tree, client: Client) -> None:
    soup = reading.page(client, standard_page(zh.home, body=body(zh)).url)
    assert soup.select("style, script:not([src]), [style], [onclick]") == []


@pytest.mark.django_db
def test_a_page_of_every_block_costs_a_bounded_number_of_queries(zh: Tree, client: Client) -> None:
    page = standard_page(zh.home, body=body(zh))
    assert len(reading.queries(client, page.url)) < 64
