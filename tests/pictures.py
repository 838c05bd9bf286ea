"""Whether pictures are made while something is tested."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def none_made() -> Iterator[None]:
    """Neither make pictures nor draw headlines: that takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("designcity.pictures.making.missing", lambda wanted: {})
        patch.setattr("designcity.pictures.sharing.draw", lambda page: False)
        yield
