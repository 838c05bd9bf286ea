"""A query for which nothing may be found is held against the distractors."""

import uuid

import pytest

from tests.corpora.text import Story, Writing
from tests.relevance.distractors import found_in_distractors
from tests.relevance.judged import Query

STORY = Story(
    uuid.UUID(int=1),
    {
        "zh-hans": Writing("设计与桥梁", "山坡上的步道。", ["周末开放。"]),
        "en": Writing("Design and bridges", "Paths on the slope.", ["Open at the weekend."]),
    },
)


def warnings(text: str, kind: str = "nothing") -> list[str]:
    return list(found_in_distractors([Query("en", kind, text, {}, "here")], [STORY]))


@pytest.mark.parametrize("text", ["桥梁", "步道 设计", "Weekend slope"])
def test_words_that_stand_in_one_distractor_are_warned_of(text: str) -> None:
    assert warnings(text) == [f"here: a distractor holds {text}, which nothing should hold"]


@pytest.mark.parametrize("text", ["设计桥梁", "步道 公园", "weekend park", "步道weekend"])
def test_words_that_do_not_all_stand_in_one_text_are_not(text: str) -> None:
    assert warnings(text) == []


def test_other_classes_are_not_looked_at() -> None:
    assert warnings("桥梁", "known") == []
