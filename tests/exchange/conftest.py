"""What comes in is reported on in English here."""

import pytest


@pytest.fixture(autouse=True)
def _in_english(said_in_english: None) -> None:
    """All of it."""
