"""What tests of whole sites share: files to bring in, and bringing them in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exchange.sites.bringing import Order, bring
from exchange.sites.report import Report

Bring = Callable[..., Report]


@pytest.fixture
def brought(tmp_path: Path) -> Bring:
    """Write a text (or bytes) into a file and bring that in; its report lies beside it."""

    def act(content: str | bytes, name: str = "old.jsonl", **order: Any) -> Report:
        source = tmp_path / name
        source.write_bytes(content if isinstance(content, bytes) else content.encode())
        return bring(Order(source, report=tmp_path / "report.csv", **order))

    return act
