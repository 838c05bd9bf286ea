"""One line that says how far a command is; only where somebody looks."""

import time
from typing import Any

EVERY = 0.2


class Bar:
    """Writes over its own line; a file or a pipe gets nothing."""

    WIDTH = 30

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.seen = bool(getattr(stream, "isatty", lambda: False)())
        self.began = self.last = time.monotonic()
        self.shown = False

    def show(self, done: int, total: int, items: int | None = None) -> None:
        """Say that `done` of `total` is done, and how many items a second that makes."""
        now = time.monotonic()
        if not self.seen or (now - self.last < EVERY and done < total):
            return
        self.last = now
        part = min(1.0, done / total) if total else 1.0
        count = done if items is None else items
        filled = "█" * int(part * self.WIDTH)
        speed = count / max(now - self.began, 0.001)
        self.stream.write(f"\r{filled:░<{self.WIDTH}} {part:4.0%} {count:,} · {speed:.0f}/s ", ending="")
        self.stream.flush()
        self.shown = True

    def end(self) -> None:
        """Leave the line."""
        if self.shown:
            self.stream.write("")
