"""What is changed is kept first: the rows of the database as they were, and what became of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models
from django.db.models.deletion import Collector

from removals.takedowns import rows
from removals.takedowns.models import KeptRow, Takedown
from removals.takedowns.rows import Row

Place = tuple[type[models.Model], str]
"""A row: the model of its table, and its key."""

OF_THE_TREE = {"path", "depth", "numchild", "url_path"}
"""Columns of a page that follow its neighbours: they are never brought back."""


class Keeping:
    """Notes rows before they are changed; at the end, what was changed in them is kept with the takedown."""

    def __init__(self, takedown: Takedown) -> None:
        self.takedown = takedown
        self._before: dict[Place, Row | None] = {}
        self._may_differ: set[Place] = set()

    def watch(self, queryset: models.QuerySet[Any], *, may_differ: bool = False) -> None:
        """Note the rows of a queryset, in the tables of their model and of those it derives from."""
        keys = list(queryset.order_by().values_list("pk", flat=True))
        for model in [queryset.model, *queryset.model._meta.all_parents]:
            for key, row in rows.read(model, keys).items():
                self._before.setdefault((model, key), row)
                if may_differ:
                    self._may_differ.add((model, key))

    def remove(self, queryset: models.QuerySet[Any], *, references_may_differ: bool = False) -> None:
        """Delete rows with all that goes with them, and note every row of it; no signal is sent."""
        collector = Collector(using=queryset.db, origin=queryset)
        collector.collect(queryset)
        emptied: Any = collector.field_updates
        for (field, _), parts in emptied.items():
            for part in parts:
                self._empty(field, [row.pk for row in part], may_differ=references_may_differ)
        gone = [(part.model, list(part.values_list("pk", flat=True))) for part in collector.fast_deletes]
        gone += [(model, [row.pk for row in part]) for model, part in collector.data.items()]
        for model, keys in gone:
            for key, row in rows.read(model, keys).items():
                self._before.setdefault((model, key), row)
            rows.remove(model, [str(key) for key in keys])

    def added(self, instance: models.Model) -> None:
        """Note a row that was made on the way."""
        self._before.setdefault((type(instance), str(instance.pk)), None)

    def before(self, model: type[models.Model]) -> dict[str, Row]:
        """Return the rows of a table that were noted, as they were."""
        return {key: row for (of, key), row in self._before.items() if of is model and row is not None}

    def keep(self) -> None:
        """Keep what has become of the rows that were noted."""
        KeptRow.objects.bulk_create(
            [
                KeptRow(
                    takedown=self.takedown,
                    model=place[0]._meta.label,
                    key=place[1],
                    before=before,
                    after=after,
                    may_differ=place in self._may_differ,
                )
                for place, before, after in self._changed()
            ]
        )

    def _changed(self) -> Iterator[tuple[Place, Row | None, Row | None]]:
        now = _now(self._before)
        for place, before in self._before.items():
            after = now.get(place)
            if before is None or after is None:
                yield place, before, after
            elif names := rows.differences(before, after) - OF_THE_TREE:
                yield place, _only(before, names), _only(after, names)

    def _empty(self, field: Any, keys: list[Any], *, may_differ: bool) -> None:
        referring = field.model._base_manager.filter(pk__in=keys)
        self.watch(referring, may_differ=may_differ)
        referring.update(**{field.name: None})


@contextmanager
def keeping(takedown: Takedown) -> Iterator[Keeping]:
    """Keep with a takedown what the block changes, as far as it says so."""
    notes = Keeping(takedown)
    yield notes
    notes.keep()


def _now(noted: dict[Place, Any]) -> dict[Place, Row]:
    keys: dict[type[models.Model], list[str]] = {}
    for model, key in noted:
        keys.setdefault(model, []).append(key)
    return {(model, key): row for model in keys for key, row in rows.read(model, keys[model]).items()}


def _only(row: Row, names: set[str]) -> Row:
    return {name: value for name, value in row.items() if name in names}
