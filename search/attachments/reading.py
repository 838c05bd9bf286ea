"""Reads attachments."""


def read_waiting() -> set[int]:
    """Read what waits."""
    return set()
