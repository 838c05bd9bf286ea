"""Headline, summary, headings, source."""

import pytest

from newsroom.checks import headings, headline, summary
from newsroom.checks import source as origin
from tests.conftest import Tree
from tests.factories import article, source, standard_page
from tests.newsroom.checks.finding import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "severities"),
    [
        ("座谈会召开", []),
        ("设" * 24, []),
        ("设" * 25, ["good"]),
        ("设" * 56, ["should"]),
        ("a" * 111, ["should"]),
    ],
)
def test_a_headline_is_long_by_the_room_it_takes(zh: Tree, title: str, severities: list[str]) -> None:
    found = said(headline.check(article(zh.news, title)))
    assert [severity for severity, _sentence, _anchor in found] == severities
    assert {anchor for *_rest, anchor in found} <= {"#:w:contentpath=title"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Write a summary"),
        ("  ", "Write a summary"),
        ("座谈会召开。", "The summary repeats the headline"),
        ("摘" * 121, "Shorten the summary to about 120 Chinese characters or 240 letters"),
    ],
)
def test_a_summary_must_say_something_and_not_too_much(zh: Tree, words: str, sentence: str) -> None:
    page = article(zh.news, "座谈会召开", summary=words)
    assert said(summary.check(page)) == [("should", sentence, "#:w:contentpath=summary")]


def test_a_good_summary_is_left_alone(zh: Tree) -> None:
    assert said(summary.check(article(zh.news, summary="市里召开座谈会，十四家机构参加。"))) == []


def test_a_part_of_a_section_needs_a_section(zh: Tree) -> None:
    page = standard_page(
        zh.home,
        body=[
            ("heading", {"text": "小节", "level": "h3"}),
            ("heading", {"text": "大节", "level": "h2"}),
            ("heading", {"text": "小节", "level": "h3"}),
        ],
    )
    first = page.body[0].id
    assert said(headings.check(page)) == [
        ("should", "Make this heading a section", f"#:w:contentpath=body.{first}.level")
    ]


def test_an_empty_heading_must_be_mended(zh: Tree) -> None:
    page = standard_page(zh.home)
    page.body = [("heading", {"text": " ", "level": "h2"})]
    assert [finding[:2] for finding in said(headings.check(page))] == [("must", "Fill in the heading")]


def test_a_reposted_piece_names_its_source_and_address(zh: Tree) -> None:
    page = article(zh.news, source_kind="repost", source=source())
    assert said(origin.check(page)) == [
        ("should", "Give the address where the piece was first published", "#:w:contentpath=source_url")
    ]
    page.source = None
    assert said(origin.check(page)) == [
        ("must", "Say who the reposted piece comes from", "#:w:contentpath=source")
    ]


def test_somebody_answers_for_a_piece_of_the_sites_own(zh: Tree) -> None:
    assert [finding[0] for finding in said(origin.check(article(zh.news)))] == ["good"]
    assert said(origin.check(article(zh.news, editor="王文"))) == []
    assert said(origin.check(standard_page(zh.home))) == []
