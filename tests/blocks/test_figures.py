from typing import Any

from tests.blocks.rendering import refused, rendered


def value(*figures: tuple[str, str], title: str = "") -> dict[str, Any]:
    return {"title": title, "figures": [{"number": number, "label": label} for number, label in figures]}


def test_a_number_is_read_after_what_it_counts() -> None:
    soup = rendered("figures", value(("14", "家机构"), ("4 + 4", "四库四平台")))
    assert [one.get_text(" ", strip=True) for one in soup.select(".figures__item")] == [
        "家机构 14",
        "四库四平台 4 + 4",
    ]


def test_a_title_is_a_heading_and_without_one_there_is_none() -> None:
    assert rendered("figures", value(("1", "个"), title="数字")).select("h2")[0].get_text() == "数字"
    assert not rendered("figures", value(("1", "个"))).select("h2")


def test_a_number_of_nothing_and_more_than_six_are_refused() -> None:
    assert refused("figures", value(("14", ""))) == ["figures.0.label"]
    assert refused("figures", value(*[("1", "个")] * 7)) == ["figures"]
