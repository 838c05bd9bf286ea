"""The rooms of the search stand in the order that its documentation gives: each uses those before it alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = re.findall(r"^\|[^|]*\| `search/(\w+)/`", (ROOT / "docs" / "search.md").read_text(), re.MULTILINE)
OUTSIDE = {"apps", "migrations", "static", "management", "tasks", "wagtail_hooks"}


def used_by(room: str) -> Iterator[tuple[str, str]]:
    """Yield the rooms that a room imports from, each with the file that does."""
    for path in (ROOT / "search" / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("search."):
                yield str(node.module).split(".")[1], path.name


def test_every_room_stands_in_the_documentation() -> None:
    there = {path.name.removesuffix(".py") for path in (ROOT / "search").iterdir()} - OUTSIDE
    assert there - {"__init__", "__pycache__"} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_none_that_stands_after_it(room: str) -> None:
    later = set(ROOMS[ROOMS.index(room) + 1 :])
    assert [(other, file) for other, file in used_by(room) if other in later] == []
