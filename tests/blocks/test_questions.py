from typing import Any

from wagtail.rich_text import RichText

from tests.blocks.rendering import refused, rendered, searched


def value(*pairs: tuple[str, str], title: str = "常见问题") -> dict[str, Any]:
    return {"title": title, "questions": [{"question": one, "answer": RichText(two)} for one, two in pairs]}


def test_each_answer_stands_behind_its_question_and_opens_without_a_script() -> None:
    soup = rendered("questions", value(("收费吗？", "<p>不收。</p>"), ("几点开门？", "<p>九点。</p>")))
    found = [
        (one.summary.get_text(), one.select(".rich-text")[0].get_text())
        for one in soup("details")
        if one.summary
    ]
    assert found == [("收费吗？", "不收。"), ("几点开门？", "九点。")]
    assert not soup.select("details[open], script")


def test_without_a_title_there_is_no_heading() -> None:
    assert not rendered("questions", value(("问", "<p>答</p>"), title="")).select("h2")


def test_a_question_without_an_answer_is_refused() -> None:
    assert refused("questions", value(("", "<p>答</p>"))) == ["questions.0.question"]
    assert refused("questions", value(("问", ""))) == ["questions.0.answer"]


def test_a_block_without_questions_is_refused() -> None:
    assert refused("questions", value()) == ["questions"]


def test_questions_and_answers_are_searched() -> None:
    assert searched("questions", value(("收费吗？", "<p>不收。</p>"))) == ["常见问题", "收费吗？", "不收。"]
