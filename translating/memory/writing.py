"""Writing entries: each pair of segment and translation is kept once, with its last use."""

from collections.abc import Iterable

from translating.memory.models import Entry

SIZE = 500
KEY = ("source_language", "target_language", "source_digest", "target_digest")


def write(entries: Iterable[Entry]) -> int:
    """Keep entries, many in one statement; return how many were given. Empty ones are left out."""
    count = 0
    waiting: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if not (entry.source.strip() and entry.target.strip()):
            continue
        entry.fill()
        waiting[tuple(getattr(entry, name) for name in KEY)] = entry
        count += 1
        if len(waiting) == SIZE:
            _flush(waiting)
    _flush(waiting)
    return count


def _flush(waiting: dict[tuple[str, ...], Entry]) -> None:
    Entry.objects.bulk_create(
        waiting.values(),
        update_conflicts=True,
        unique_fields=KEY,
        update_fields=["used_at", "by", "origin", "source", "grams"],
    )
    waiting.clear()
