"""The import: batches in transactions, each row once, what waits for others a second time at the end.

A stop at any moment leaves whole batches; whoever begins again passes over what is there.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from exchange.refusals import Refused
from exchange.sites.form import Row
from exchange.sites.form.errors import in_one_sentence
from exchange.sites.reading import Found, Unfit
from exchange.sites.report import Report
from exchange.sites.taking.files import Files
from exchange.sites.taking.inward import Inward
from exchange.sites.taking.known import Known
from exchange.sites.taking.pages import Pages
from exchange.sites.taking.pictures import Pictures
from exchange.sites.taking.places import Places
from exchange.sites.taking.records import Records
from exchange.sites.taking.taken import Taken
from search.outbox.recording import gathered

BATCH = 100
LOCK = 0x517E5
WHOLE = 64
Take = Callable[[Row, bool], Taken]


class Importer:
    """Takes rows from whichever format; `told` hears of every row that was looked at."""

    def __init__(self, media: Path | None, report: Report, told: Callable[[], None] = lambda: None) -> None:
        self.report = report
        self.told = told
        self.rehearses = False
        self.inward = Inward()
        self.files = Files(media, self.inward)
        self.pages = Pages(self.inward, Pictures(self.inward))
        records, places = Records(self.inward), Places(self.inward)
        self.takers: dict[str, Take] = {
            "locale": places.language,
            "record": records.take,
            "image": self.files.take,
            "document": self.files.take,
            "page": self.pages.take,
            "redirect": places.redirect,
            "site": places.site,
        }

    def run(self, found: Iterable[Found | Unfit]) -> None:
        """Take everything; a row that cannot be taken is reported and hinders no other."""
        with tempfile.TemporaryFile("w+", encoding="utf-8") as waiting:
            for batch in _batches(found):
                self._take_batch(batch, waiting)
            waiting.seek(0)
            for batch in _batches(_read_again(waiting)):
                self._take_batch(batch, None)

    def _take_batch(self, batch: list[Found | Unfit], waiting: IO[str] | None) -> None:
        """Take some rows in one transaction, each in a savepoint of its own; `waiting` gets those that wait."""
        rows: list[Any] = [one for one in batch if self._is_row(one)]
        try:
            with transaction.atomic(), gathered():
                known = Known(rows)
                self.pages.expect([one.row for one in rows if one.row["type"] == "page"])
                for one in rows:
                    self._take_one(one, known, waiting)
                self.pages.settle()
                known.keep()
        except BaseException:
            self.files.sweep()
            raise
        if not self.rehearses:
            self.files.made.clear()

    def _is_row(self, one: Found | Unfit) -> bool:
        if isinstance(one, Unfit):
            self.report.refused(one.where, one.kind, one.title, one.why)
            self.told()
        return isinstance(one, Found)

    def _take_one(self, one: Any, known: Known, waiting: IO[str] | None) -> None:
        digest = sha256(json.dumps(one.row, sort_keys=True, default=str).encode()).hexdigest()
        if known.has(one.row, digest):
            self.report.same += 1
        elif one.row["type"] != "meta":
            self._try(one, digest, known, waiting)
        self.told()

    def _try(self, one: Found, digest: str, known: Known, waiting: IO[str] | None) -> None:
        row = one.row
        try:
            with transaction.atomic():
                taken = self.takers[row["type"]](row, waiting is None)
        except Refused as error:
            self._refuse(one, str(error))
        except ValidationError as error:
            self._refuse(one, in_one_sentence(error))
        except (
            IntegrityError,
            DataError,
            TypeError,
            ValueError,
            AttributeError,
            KeyError,
            LookupError,
        ) as error:
            self._refuse(one, _("It is not of the documented form (%s).") % _first_line(error))
        else:
            if taken.waits and waiting is not None:
                waiting.write(json.dumps({"where": one.where, "row": row, "made": taken.new}) + "\n")
                known.note(row, "", taken.number)
                return
            taken.new |= one.made
            known.note(row, digest, taken.number)
            self.report.took(one.where, row, taken)

    def _refuse(self, one: Found, why: str) -> None:
        self.inward.forget()
        self.pages.forget()
        if one.made and one.row["type"] == "page":
            self.pages.drop(one.row)
        self.report.refused(one.where, one.row["type"], title_of(one.row), why)


@contextmanager
def one_at_a_time() -> Iterator[bool]:
    """Yield whether no other import runs; until the end of the block none begins."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        free = bool(cursor.fetchone()[0])
        try:
            yield free
        finally:
            if free:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def title_of(row: Row) -> str:
    """Return what a person calls an item."""
    given = row.get("fields")
    fields = given if isinstance(given, dict) else {}
    return str(fields.get("title") or fields.get("name") or row.get("key") or "")[:200]


def _batches(found: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(found)
    while batch := list(islice(source, BATCH)):
        yield batch


def _read_again(waiting: IO[str]) -> Iterator[Found]:
    for line in waiting:
        kept = json.loads(line)
        yield Found(kept["where"], kept["row"], kept["made"])


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).splitlines()[0][:160] if str(error) else ''}"
