"""What of a batch was taken before, unchanged, and is still there."""

from collections import defaultdict
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from exchange.sites.form import Row, keys
from exchange.sites.models import Imported

LONGEST_KEY = 500
NAMED = {"image", "document", "record"}
"""What other rows of the same batch find by what is noted here."""


class Known:
    """Reads what is known of a batch in a few queries, and writes what became of it in one."""

    def __init__(self, found: list[Any]) -> None:
        wanted = defaultdict(set)
        for one in found:
            wanted[one.row["type"]].add(key_of(one.row))
        kept = [
            row for kind, some in wanted.items() for row in Imported.objects.filter(kind=kind, key__in=some)
        ]
        there = self._there([one.row for one in found], {(one.kind, one.key): one.object_id for one in kept})
        self.digests = {(one.kind, one.key): one.digest for one in kept if (one.kind, one.key) in there}
        self.taken: dict[tuple[str, str], Imported] = {}

    def has(self, row: Row, digest: str) -> bool:
        """Whether just this row was taken, and its object still exists."""
        return self.digests.get((row["type"], key_of(row))) == digest

    def note(self, row: Row, digest: str, number: int) -> None:
        """Note that a row was taken; an empty digest for one that is not complete."""
        kind, key = row["type"], key_of(row)
        if not number:
            return
        if kind in NAMED:
            values = {"digest": digest, "object_id": number}
            Imported.objects.update_or_create(kind=kind, key=key, defaults=values)
        else:
            self.taken[kind, key] = Imported(kind=kind, key=key, digest=digest, object_id=number)

    def keep(self) -> None:
        """Write what was noted."""
        Imported.objects.bulk_create(
            self.taken.values(),
            update_conflicts=True,
            unique_fields=["kind", "key"],
            update_fields=["digest", "object_id"],
        )

    def _there(self, rows: list[Row], numbers: dict[tuple[str, str], int]) -> set[tuple[str, str]]:
        by_model: dict[Any, dict[int, tuple[str, str]]] = defaultdict(dict)
        for row in rows:
            place = (row["type"], key_of(row))
            model = model_of(row)
            if place in numbers and model is not None:
                by_model[model][numbers[place]] = place
        return {
            places[pk]
            for model, places in by_model.items()
            for pk in model._default_manager.filter(pk__in=places).values_list("pk", flat=True)
        }


def key_of(row: Row) -> str:
    """Return the key of a row, as it is kept."""
    return str(row.get("key") or "")[:LONGEST_KEY]


def model_of(row: Row) -> Any:
    """Return the model whose objects rows of a type bring; None for those that are looked at each time."""
    kinds: dict[str, Any] = {
        "page": Page,
        "image": get_image_model(),
        "document": get_document_model(),
        "redirect": Redirect,
    }
    return kinds.get(row["type"]) or keys.record_types().get(str(row.get("model")))
