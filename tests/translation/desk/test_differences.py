"""What changed is marked in the sentence, word by word and character by character."""

import pytest

from translating.changes.differences import difference


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("座谈会一月召开", "座谈会二月召开", "座谈会[-一][+二]月召开"),
        ("The symposium is in May", "The symposium was in May", "The symposium [-is][+was] in May"),
        ("五大行动", "五大行动启动", "五大行动[+启动]"),
        ("", "新", "[+新]"),
        ("同样", "同样", "同样"),
    ],
)
def test_a_change_is_marked_where_it_is(old: str, new: str, expected: str) -> None:
    signs = {"same": "{}", "gone": "[-{}]", "new": "[+{}]"}
    assert "".join(signs[one.kind].format(one.text) for one in difference(old, new)) == expected
