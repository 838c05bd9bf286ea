"""The trees that stand in almost every test: grown once for a worker, then planted anew for each test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection
from psycopg import sql

Rows = dict[str, dict[str, str]]  # of each table: the rows as JSON, by their keys


@dataclass
class Planting:
    """The rows that something wrote, as one script that writes them again."""

    script: str = ""
    _keys: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def recorded(self) -> Iterator[None]:
        """Record what is written inside, in the transaction that is open."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT relation.relname, attribute.attname FROM pg_index "
                "JOIN pg_class relation ON relation.oid = indrelid "
                "JOIN pg_namespace namespace ON namespace.oid = relnamespace AND nspname = 'public' "
                "JOIN pg_attribute attribute ON attrelid = indrelid AND attnum = indkey[0] WHERE indisprimary"
            )
            self._keys = dict(cursor.fetchall())
        before = self._rows()
        yield
        after = self._rows()
        self.script = "\n".join(
            self._written(table, before[table], after[table])
            for table in self._keys
            if before[table] != after[table]
        )

    def plant(self) -> None:
        """Write it all again, in one round trip."""
        with connection.cursor() as cursor:
            cursor.execute(self.script)

    def _rows(self) -> Rows:
        rows = {}
        with connection.cursor() as cursor:
            for table, key in self._keys.items():
                cursor.execute(
                    sql.SQL("SELECT {key}::text, to_jsonb(t)::text FROM {table} t").format(
                        key=sql.Identifier(key), table=sql.Identifier(table)
                    )
                )
                rows[table] = dict(cursor.fetchall())
        return rows

    def _written(self, table: str, before: dict[str, str], after: dict[str, str]) -> str:
        gone = [key for key, row in before.items() if after.get(key) != row]
        come = [row for key, row in after.items() if before.get(key) != row]
        name, key = sql.Identifier(table), sql.Identifier(self._keys[table])
        statement = sql.SQL(
            "DELETE FROM {name} WHERE {key}::text = ANY({gone});"
            "INSERT INTO {name} SELECT * FROM jsonb_populate_recordset(null::{name}, {come});"
        ).format(name=name, key=key, gone=gone, come="[" + ",".join(come) + "]")
        return statement.as_string(connection.connection)
