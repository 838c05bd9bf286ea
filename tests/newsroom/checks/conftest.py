"""The words of findings, which the tests read in English."""

import pytest


@pytest.fixture(autouse=True)
def _in_english(said_in_english: None) -> None:
    """All of them."""
