"""The database and the search engine of the demo: its own, or those that the environment names."""

import os
import sys
from pathlib import Path

import psycopg

from designcity.servers import ServerError, elasticsearch, postgres
from designcity.servers.processes import Registry

DATABASE = "designcity"


class Servers:
    """Starts what is needed, both at once; without Elasticsearch the site runs all the same."""

    def __init__(self, registry: Registry, state: Path) -> None:
        self._given_database = os.environ.get("DATABASE_URL", "")
        self._given_search = os.environ.get("ELASTICSEARCH_URL", "")
        self.why_no_search = ""
        self._postgres = None if self._given_database else postgres.start(registry, state)
        self._search = None if self._given_search else self._start_search(registry, state)

    @property
    def search_url(self) -> str:
        """The address of Elasticsearch; empty when there is none."""
        if self._given_search:
            return self._given_search
        return self._search.url if self._search is not None else ""

    def database(self) -> str:
        """Wait for the database and return its address; raises ServerError when it does not answer."""
        if self._postgres is not None:
            return self._postgres.wait(DATABASE)
        try:
            psycopg.connect(self._given_database, connect_timeout=5).close()
        except psycopg.Error as error:
            reason = str(error).strip().splitlines()[0]
            raise ServerError(
                f"PostgreSQL does not answer at the address in DATABASE_URL ({reason}): check that it runs "
                f"and that the address is right, or unset DATABASE_URL to use the demo's own."
            ) from None
        return self._given_database

    def wait_for_search(self) -> None:
        """Wait for Elasticsearch; one that does not start is done without."""
        if self._given_search:
            self._check_given()
        elif self._search is not None:
            try:
                self._search.wait()
            except ServerError as error:
                self._do_without(error)
                self._search = None

    def _start_search(self, registry: Registry, state: Path) -> elasticsearch.Elasticsearch | None:
        try:
            return elasticsearch.start(registry, state)
        except ServerError as error:
            self._do_without(error)
            return None

    def _check_given(self) -> None:
        if elasticsearch.version(self._given_search) is None:
            self._do_without(
                ServerError(
                    f"Elasticsearch does not answer at {self._given_search}: check that it runs and that "
                    f"ELASTICSEARCH_URL is right, or unset ELASTICSEARCH_URL to use the demo's own."
                )
            )

    def _do_without(self, error: ServerError) -> None:
        self.why_no_search = str(error)
        print(f"{error} The search answers from the database meanwhile.", file=sys.stderr)
