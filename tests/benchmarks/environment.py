"""A database and indices of the benchmark's own, beside whatever else the servers hold; both go at the end."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from designcity.servers import ports

NAME = f"benchmark_{os.getpid()}"


@contextmanager
def own_environment() -> Iterator[Path]:
    """Set the environment of this process and of those it starts; yield a folder for what they write.

    DATABASE_URL and ELASTICSEARCH_URL have to name two running servers.
    """
    before = dict(os.environ)
    server = before["DATABASE_URL"]
    parts = urlsplit(server)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        address = f"{ports.LOOPBACK}:{ports.free()}"
        os.environ |= {
            "DATABASE_URL": parts._replace(path=f"/{NAME}").geturl(),
            "DJANGO_SETTINGS_MODULE": "designcity.settings.production",
            "SECRET_KEY": "insecure-key-for-benchmarks-only",
            "SITE_URL": f"http://{address}",
            "BIND": address,
            "DATA_DIR": folder,
            "SEARCH_INDEX_PREFIX": NAME.replace("_", "-"),
            "SEARCH_REQUESTS_PER_SECOND": "0",
        }
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {NAME}")
        try:
            yield Path(folder)
        finally:
            _remove_indices()
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
            os.environ.clear()
            os.environ |= before


def _remove_indices() -> None:
    from search.elasticsearch import client, indices

    writing = client.writing()
    for language in indices.languages():
        for name in writing.indices.get(index=f"{indices.alias(language)}*").body:
            writing.indices.delete(index=name)
