from typing import Any

from tests.blocks.rendering import refused, rendered, searched


def value(*moments: tuple[str, str, str], title: str = "历程") -> dict[str, Any]:
    rows = [{"when": when, "title": name, "text": text} for when, name, text in moments]
    return {"title": title, "moments": rows}


TWO = (("2008", "加入", ""), ("2023年5月", "办展", "在江边"))


def test_the_moments_stand_in_the_order_in_which_they_were_written() -> None:
    soup = rendered("timeline", value(*TWO))
    assert [one.get_text(" ", strip=True) for one in soup.select("ol > li")] == [
        "2008 加入",
        "2023年5月 办展 在江边",
    ]
    assert [one.name for one in soup.select(".moment__title")] == ["h3", "h3"]


def test_without_a_title_there_is_no_heading_above_it() -> None:
    assert not rendered("timeline", value(*TWO, title="")).select("h2")


def test_a_moment_without_time_or_title_is_refused() -> None:
    assert refused("timeline", value(("", "加入", ""), ("2023", "", ""))) == [
        "moments.0.when",
        "moments.1.title",
    ]
    assert refused("timeline", value(("2008", "加入", ""))) == ["moments"]


def test_every_word_of_it_is_searched() -> None:
    assert searched("timeline", value(*TWO)) == ["历程", "2008", "加入", "2023年5月", "办展", "在江边"]
