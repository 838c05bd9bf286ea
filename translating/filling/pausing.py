"""No filling in while something takes texts apart and keeps account of every row."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_paused: ContextVar[bool] = ContextVar("filling_is_paused", default=False)


def is_paused() -> bool:
    """Whether nothing is to be filled in now."""
    return _is_paused.get()


@contextmanager
def paused() -> Iterator[None]:
    """Let nothing be filled in by what is saved within the block."""
    token = _is_paused.set(True)
    try:
        yield
    finally:
        _is_paused.reset(token)
