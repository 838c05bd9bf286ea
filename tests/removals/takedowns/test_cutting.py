"""A passage is found and cut out wherever mark-up, entities and white space fall."""

import json

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
