"""A passage is found and cut out wherever mark-up, entities and white space fall."""

import json
from typing import Any

import pytest

from removals.takedowns.cutting import Cutter

MARK = "[gone]"


@pytest.mark.parametrize(
    ("text", "passage", "left"),
    [
        ("一段话在此，另一段在后。", "一段话在此，", f"{MARK}另一段在后。"),
        ("<p>前<b>一段</b>话在此后</p>", "一段话在此", f"<p>前{MARK}后</p>"),
        ("<p>One <b>two</b> three four</p>", "two three", f"<p>One {MARK} four</p>"),
        ("<p>Whole paragraph</p><p>Rest</p>", "Whole  paragraph", f"<p>{MARK}</p><p>Rest</p>"),
        ("<p>One is.</p><p>Two are.</p><p>Rest</p>", "One is.\n\nTwo are.", f"<p>{MARK}</p><p>Rest</p>"),
        ("<p>Q&amp;A of today</p>", "Q&A of today", f"<p>{MARK}</p>"),
        ('<p>See <a href="/x/">this secret link</a> now</p>', "this secret link", f"<p>See {MARK} now</p>"),
        ("twice said, twice said", "twice said", f"{MARK}, {MARK}"),
        ("a short one", "short", f"a {MARK} one"),
        ("nothing here", "something else", "nothing here"),
        ("a < b and c > d", "b and c", f"a < {MARK} > d"),
    ],
)
def test_passage_is_cut_out(text: str, passage: str, left: str) -> None:
    assert Cutter([passage], MARK).out_of_text(text) == left


def test_it_is_cut_out_of_json_within_json() -> None:
    body = [{"type": "text", "value": "<p>the secret words</p>", "id": "1"}]
    draft = {"title": "T", "body": json.dumps(body)}
    cut = Cutter(["the secret words"], MARK).out_of(draft)
    assert json.loads(cut["body"])[0]["value"] == f"<p>{MARK}</p>"
    assert Cutter(["others"], MARK).out_of(draft) == draft


def test_a_summary_that_is_the_beginning_of_the_passage_goes_too() -> None:
    passage = "It was a dark and stormy night when the letter arrived at the office."
    assert Cutter([passage], MARK).out_of_text("It was a dark and stormy night when…") == MARK


def test_a_short_translation_goes_only_where_it_stands_alone() -> None:
    cutter = Cutter(["Design"], "", frozenset({"Design"}))
    assert cutter.out_of_text("<p><b>Design</b></p><p>Design Week</p>") == "<p>Design Week</p>"


TWO_PARAGRAPHS: list[dict[str, Any]] = [
    {"type": "text", "value": "<p>Before. <b>One is</b> here.</p>", "id": "1"},
    {"type": "heading", "value": {"text": "Heading within", "level": "h2"}, "id": "2"},
    {"type": "picture", "value": {"image": 7, "alt_text": "A chair", "caption": ""}, "id": "3"},
    {"type": "text", "value": "<p>Two are here.</p><p>After.</p>", "id": "4"},
]


@pytest.mark.parametrize("as_text", [True, False])
def test_a_passage_over_several_blocks_is_taken_from_each(as_text: bool) -> None:
    cutter = Cutter(["One is here.\n\nHeading within\n\nTwo are here."], MARK)
    given = json.dumps(TWO_PARAGRAPHS) if as_text else TWO_PARAGRAPHS
    cut = cutter.out_of(given)
    [first, heading, picture, last] = json.loads(cut) if as_text else cut
    assert first["value"] == f"<p>Before. {MARK}</p>"
    assert heading["value"] == {"text": "[…]", "level": "h2"}
    assert picture == TWO_PARAGRAPHS[2]
    assert last["value"] == "<p>After.</p>"
    assert TWO_PARAGRAPHS[0]["value"] == "<p>Before. <b>One is</b> here.</p>"


@pytest.mark.parametrize(
    "passage",
    [
        "One is here. Two are here.",
        "Heading within One is here.",
        "Heading within, and nothing after it",
        "A chair Two are here.",
    ],
)
def test_blocks_are_left_alone_when_other_words_stand_between(passage: str) -> None:
    assert Cutter([passage], MARK).out_of(TWO_PARAGRAPHS) == TWO_PARAGRAPHS


def test_it_is_found_whatever_the_order_in_which_the_parts_of_a_block_are_kept() -> None:
    quote = {
        "type": "quote",
        "value": {"role": "Editor", "text": "so he said.", "speaker": "Zhao Min"},
        "id": "2",
    }
    blocks = [{"type": "text", "value": "<p>Then</p>", "id": "1"}, quote]
    [text, left] = Cutter(["Then so he said. Zhao Min"], MARK).out_of(blocks)
    assert text["value"] == f"<p>{MARK}</p>"
    assert left["value"] == {"role": "Editor", "text": "[…]", "speaker": "[…]"}


def test_it_is_taken_from_wherever_it_stands_in_several_blocks() -> None:
    twice = [
        {"type": "text", "value": f"<p>{words}</p>", "id": words} for words in ("ab", "cd", "x", "ab", "cd")
    ]
    cut = Cutter(["ab cd"], MARK).out_of(twice)
    assert [block["value"] for block in cut] == [f"<p>{MARK}</p>", "", "<p>x</p>", f"<p>{MARK}</p>", ""]
