"""The stylesheets of the site know no left and no right: a script from right to left mirrors them whole."""

import re
from pathlib import Path

import pytest

from designcity.stylesheets import SOURCES

FILES = sorted(SOURCES.rglob("*.css"))
DECLARATION = re.compile(r"(?<![\w-])(?P<name>[a-z-]+)\s*:\s*(?P<value>[^;{}]+)[;}]")
PHYSICAL = re.compile(r"(^|-)(left|right)(-|$)")
TURNED = {"text-align", "float", "clear", "justify-content", "justify-items", "justify-self", "caption-side"}
"""Properties whose value may name a side."""
SIDED = {"margin", "padding", "inset", "border-width", "border-color", "border-style"}
"""Properties whose second and fourth value are the right and the left side."""


def _declarations(file: Path) -> list[tuple[str, str]]:
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(found["name"], found["value"].strip()) for found in DECLARATION.finditer(text)]


def _parts(value: str) -> list[str]:
    """Return the parts of a value between which stand spaces, those in brackets left whole."""
    parts, depth = [""], 0
    for char in value:
        depth += (char == "(") - (char == ")")
        if char == " " and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _names_a_side(name: str, value: str) -> bool:
    if PHYSICAL.search(name) or (name in TURNED and re.search(r"\b(left|right)\b", value)):
        return True
    if name.startswith("background") and re.search(r"\b(left|right)\b", value):
        return True
    parts = _parts(value)
    return name in SIDED and len(parts) == 4 and parts[1] != parts[3]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCES)))
def test_no_property_names_a_side(file: Path) -> None:
    assert [one for one in _declarations(file) if _names_a_side(*one)] == []


@pytest.mark.parametrize(
    ("name", "value", "is_physical"),
    [
        ("margin-left", "0", True),
        ("border-top-right-radius", "0", True),
        ("inset-inline-start", "0", False),
        ("text-align", "right", True),
        ("text-align", "end", False),
        ("padding", "0 1rem 0 2rem", True),
        ("padding", "0 calc(1rem + 2px) 0 calc(1rem + 2px)", False),
        ("background", "linear-gradient(to right, #000, #fff)", True),
        ("text-emphasis-position", "under right", False),
    ],
)
def test_what_names_a_side(name: str, value: str, is_physical: bool) -> None:
    assert _names_a_side(name, value) is is_physical


def test_every_stylesheet_is_walked() -> None:
    assert len(FILES) > 40
    assert all(_declarations(file) for file in FILES)
