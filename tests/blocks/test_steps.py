from typing import Any

from tests.blocks.rendering import refused, rendered


def value(*steps: tuple[str, str], title: str = "步骤") -> dict[str, Any]:
    return {"title": title, "steps": [{"title": one, "text": two} for one, two in steps]}


def test_the_steps_stand_in_an_ordered_list() -> None:
    soup = rendered("steps", value(("登记", "填表\n签名"), ("提交", "")))
    assert [step.get_text() for step in soup.select("ol > li > h3")] == ["登记", "提交"]
    assert [str(text) for text in soup.select("li p")] == ["<p>填表<br/>签名</p>"]


def test_under_no_heading_the_steps_are_headings_of_the_second_level() -> None:
    soup = rendered("steps", value(("登记", ""), ("提交", ""), title=""), inner=2)
    assert [step.get_text() for step in soup.select("h2")] == ["登记", "提交"]


def test_one_step_is_no_procedure() -> None:
    assert refused("steps", value(("登记", ""))) == ["steps"]
    assert refused("steps", value(("登记", ""), ("", "填表"))) == ["steps.1.title"]
