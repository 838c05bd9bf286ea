"""Tables of HTML become tables, or paragraphs where they are none."""

from typing import Any

from exchange.composing.findings import Left
from tests.exchange.composing.conftest import Compose


def _cells(blocks: list[Any]) -> tuple[list[str], list[list[str]]]:
    cells = blocks[0][1]["cells"]
    return [one["heading"] for one in cells["columns"]], [row["values"] for row in cells["rows"]]


def test_a_table_has_headings_numbers_and_a_caption(composed: Compose) -> None:
    found = composed(
        "<table><caption>展览</caption><thead><tr><th>年份</th><th>场数</th></tr></thead>"
        "<tbody><tr><td>去年<br>底</td><td>1,200</td></tr><tr><td>今年</td><td>18%</td></tr></tbody></table>"
    )
    value = found.blocks[0][1]
    assert _cells(found.blocks) == (["年份", "场数"], [["去年底", "1,200"], ["今年", "18%"]])
    assert [one["type"] for one in value["cells"]["columns"]] == ["text", "number"]
    assert value["cells"]["caption"] == "展览"
    assert value["row_names"]
    assert not found.findings


def test_merged_cells_are_filled_in_place_by_place(composed: Compose) -> None:
    found = composed(
        '<table><tr><th rowspan="2">区</th><th colspan="2">数</th></tr><tr><th>甲</th><th>乙</th></tr>'
        '<tr><td rowspan="2">北</td><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></table>'
    )
    assert _cells(found.blocks) == (["区", "数 / 甲", "数 / 乙"], [["北", "1", "2"], ["北", "3", "3"]])
    assert found.findings == [str(Left.MERGED.label)]


def test_the_first_row_becomes_the_headings_where_nothing_says_so(composed: Compose) -> None:
    found = composed("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>")
    assert _cells(found.blocks) == (["a", "b"], [["c", ""]])
    assert found.findings == [str(Left.FIRST_ROW.label)]


def test_what_stands_in_a_cell_and_is_no_word_stands_behind_the_table(composed: Compose) -> None:
    found = composed(
        '<table><tr><th>a</th><th>b</th></tr><tr><td>x<img src="p.png" alt="画"></td>'
        "<td>y<table><tr><td>inner</td></tr></table></td></tr></table>"
    )
    assert [name for name, _value in found.blocks] == ["table", "picture", "text"]
    assert found.findings == [f"{Left.MOVED.label} (2)"]


def test_cells_with_whole_texts_become_paragraphs(composed: Compose) -> None:
    found = composed(f"<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>{'长' * 501}</td></tr></table>")
    assert found.blocks == [("text", f"<p>a | b</p><p>x | {'长' * 501}</p>")]


def test_a_table_that_claims_to_be_huge_costs_little(composed: Compose) -> None:
    span = 'colspan="99999" rowspan="99999"'
    found = composed(f"<table><tr><td {span}>a</td><td>b</td></tr><tr><td {span}>c</td></tr></table>")
    assert found.blocks[0][0] == "text"
    assert "c" in found.blocks[0][1]
