"""What is left of what was taken down: for readers, and in the tables of the database."""

import re

from django.db import connection
from django.test import Client

from removals.models import KeptRow, Takedown


def everywhere(words: str) -> list[str]:
    """Return the tables, but those of what is kept, in which some words stand."""
    own = {KeptRow._meta.db_table, Takedown._meta.db_table}
    found = []
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - own):
            query = f'SELECT count(*) FROM "{table}" t WHERE to_jsonb(t)::text LIKE %s'  # noqa: S608
            cursor.execute(query, [f"%{words}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def public_html(address: str) -> str:
    """Return what readers get, without the tokens of forms."""
    response = Client().get(address)
    assert response.status_code == 200, f"{address} answers {response.status_code}"
    return re.sub(r'value="[\w:-]{24,}"', "", response.content.decode())
