"""Rows of a model, written by PostgreSQL's COPY past Django."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from django.db import connection, models
from django.db.models import NOT_PROVIDED
from psycopg import sql


def defaults(model: type[models.Model]) -> dict[str, Any]:
    """Return the columns of a model's own table, each with what a new record has in it."""
    return {str(field.column): _default(field) for field in model._meta.local_concrete_fields}


def copy_rows(model: type[models.Model], columns: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows, each given by the columns in which it differs from `columns`."""
    names = list(columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([row.get(name, columns[name]) for name in names])


def _default(field: Any) -> Any:
    if field.null and field.default is NOT_PROVIDED:
        return None
    value = field.get_db_prep_save(field.get_default(), connection)
    # psycopg would write an enumeration's name, not its value.
    return value.value if isinstance(value, Enum) else value
