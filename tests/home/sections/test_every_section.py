"""A section of the home page, its template, its test and its style, where it has one, carry the same name."""

from pathlib import Path
from typing import Any

import pytest

from designcity import stylesheets
from home.blocks import SECTIONS

ROOT = Path(__file__).resolve().parents[3]
NAMES: dict[str, Any] = dict(SECTIONS)


@pytest.mark.parametrize("name", NAMES)
def test_a_section_brings_a_template_and_a_test_of_its_name(name: str) -> None:
    assert NAMES[name].meta.template == f"home/blocks/{name}.html"
    assert (ROOT / "templates" / "home" / "blocks" / f"{name}.html").exists()
    assert (Path(__file__).parent / f"test_{name}.py").exists()


def test_every_style_is_that_of_a_section() -> None:
    styles = {path.stem for path in (stylesheets.SOURCES / "sections").iterdir()}
    assert styles <= set(NAMES)
    assert styles
