"""Composing with pictures that are there."""

from collections.abc import Callable

import pytest

from designcity.images import DesignImage
from exchange.composing import Composed, compose
from tests.factories import image

Compose = Callable[[str], Composed]


@pytest.fixture
def composed(db: None) -> Compose:
    """Compose HTML; a picture is had from any address but those with “missing” in them."""

    def pictures(address: str, alt: str) -> DesignImage | None:
        return None if "missing" in address else image(address[:50])

    return lambda html: compose(html, pictures)
