"""Commands that write many pages say what they did themselves."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_log() -> Iterator[None]:
    """Keep Wagtail from logging each of hundreds of steps."""
    log = logging.getLogger("wagtail")
    before = log.level
    log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.setLevel(before)
