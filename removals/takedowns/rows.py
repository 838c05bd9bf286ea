"""Rows of the database as they are, column by column: read, written back, put in again.

PostgreSQL itself turns them into JSON and back, so that nothing is lost on the way and no signal is sent.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, models

Row = dict[str, Any]
"""The values of a row by column."""


def read(model: type[models.Model], keys: Iterable[Any]) -> dict[str, Row]:
    """Return the rows of a model's own table by their keys, as strings."""
    keys = list(keys)
    if not keys:
        return {}
    key = f"{_key(model)}::text"
    sql = f"SELECT {key}, to_jsonb(t) FROM {_table(model)} t WHERE {key} = ANY(%s)"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [[str(key) for key in keys]])
        return {key: _parsed(row) for key, row in cursor.fetchall()}


def write(model: type[models.Model], key: str, columns: Row) -> None:
    """Give some columns of a row other values."""
    names = ", ".join(_quoted(name) for name in columns)
    sql = (
        f"UPDATE {_table(model)} SET ({names}) = (SELECT {names} FROM {_from_json(model)}) "  # noqa: S608
        f"WHERE {_key(model)}::text = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(columns), key])


def insert(model: type[models.Model], row: Row) -> None:
    """Put in a row that was removed; columns that the table no longer has are left out."""
    there = {field.column for field in model._meta.local_concrete_fields}
    names = ", ".join(_quoted(name) for name in row if name in there)
    sql = f"INSERT INTO {_table(model)} ({names}) SELECT {names} FROM {_from_json(model)}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(row)])


def remove(model: type[models.Model], keys: Iterable[str]) -> None:
    """Delete rows of a model's own table."""
    with connection.cursor() as cursor:
        sql = f"DELETE FROM {_table(model)} WHERE {_key(model)}::text = ANY(%s)"  # noqa: S608
        cursor.execute(sql, [list(keys)])


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[str]:
    """Return the columns in which two states of a row differ."""
    return {name for name in before if before[name] != after.get(name)}


def _parsed(row: Any) -> Row:
    return dict(json.loads(row) if isinstance(row, str) else row)


def _from_json(model: type[models.Model]) -> str:
    return f"jsonb_populate_record(NULL::{_table(model)}, %s::jsonb)"


def _table(model: type[models.Model]) -> str:
    return _quoted(model._meta.db_table)


def _key(model: type[models.Model]) -> str:
    return _quoted(str(model._meta.pk.column))


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))
