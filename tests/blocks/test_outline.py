"""The headings of a body have anchors of their own and leave out no level."""

import pytest
from django.test import Client

from designcity.blocks.outline import outlined
from home.models import StandardPage
from tests import reading
from tests.conftest import Tree
from tests.factories import standard_page

STEPS = {"title": "", "steps": [{"title": "登记", "text": ""}, {"title": "提交", "text": ""}]}


def heading(text: str, level: str = "h2") -> tuple[str, dict[str, str]]:
    return "heading", {"text": text, "level": level}


def anchors(*body: tuple[str, object]) -> list[str]:
    return [one.anchor for one in outlined(StandardPage(body=list(body)).body)]


def test_an_anchor_can_be_read_in_either_script() -> None:
    assert anchors(heading("进展与计划"), heading("What changed")) == ["s-jin-zhan-yu-ji-hua", "s-what-changed"]


def test_two_headings_of_the_same_words_get_two_anchors() -> None:
    assert anchors(heading("步骤"), heading("步骤"), heading("步骤")) == [
        "s-bu-zhou",
        "s-bu-zhou-2",
        "s-bu-zhou-3",
    ]


def test_a_heading_without_a_letter_has_an_anchor_and_a_block_without_title_none() -> None:
    assert anchors(heading("……"), ("text", "<p>x</p>"), ("steps", STEPS)) == ["s-part", "", ""]


def test_a_part_before_the_first_section_counts_as_a_section() -> None:
    body = [heading("甲", "h3"), heading("乙", "h2"), heading("丙", "h3")]
    assert [one.level for one in outlined(StandardPage(body=body).body)] == [2, 2, 3]


def test_headings_within_a_block_follow_the_one_above_them() -> None:
    body = [("steps", STEPS), heading("甲"), ("steps", STEPS)]
    assert [one.inner for one in outlined(StandardPage(body=body).body)] == [2, 3, 3]


@pytest.mark.django_db
def test_the_page_links_to_its_headings_by_these_anchors(zh: Tree, client: Client) -> None:
    body = [("steps", STEPS), heading("四点意见"), ("steps", STEPS | {"title": "步骤"})]
    soup = reading.page(client, standard_page(zh.home, body=body).url)
    assert reading.one(soup, "#s-si-dian-yi-jian").name == "h2"
    assert reading.one(soup, "#s-bu-zhou").get_text() == "步骤"
    assert [step.name for step in soup.select(".steps__title")] == ["h2", "h2", "h3", "h3"]
