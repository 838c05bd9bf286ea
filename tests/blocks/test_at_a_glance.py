from typing import Any

from tests.blocks.rendering import refused, rendered, searched


def value(*facts: tuple[str, str], title: str = "概览") -> dict[str, Any]:
    return {"title": title, "facts": [{"label": label, "text": text} for label, text in facts]}


def test_each_fact_is_a_term_and_what_it_stands_for() -> None:
    soup = rendered("at_a_glance", value(("时间", "一月"), ("地点", "大厅")))
    assert [term.get_text() for term in soup.select("dt")] == ["时间", "地点"]
    assert [text.get_text() for text in soup.select("dd")] == ["一月", "大厅"]


def test_without_a_title_there_is_no_heading() -> None:
    assert not rendered("at_a_glance", value(("时间", "一月"), title="")).select("h2")


def test_half_a_fact_is_refused() -> None:
    assert refused("at_a_glance", value(("时间", ""))) == ["facts.0.text"]
    assert refused("at_a_glance", value()) == ["facts"]


def test_labels_and_texts_are_searched() -> None:
    assert searched("at_a_glance", value(("时间", "一月"))) == ["概览", "时间", "一月"]
