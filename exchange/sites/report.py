"""The report: every item that could not be taken, and every one that lost something, with the reason."""

import csv
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from designcity.spreadsheets import harmless
from exchange.sites.form import Row
from exchange.sites.taking.taken import Taken

FIRST = 10


class Report:
    """Counts what was taken and writes what was not into a table, row by row; remembers the first of them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.new = self.changed = self.same = self.not_taken = self.with_loss = 0
        self.first: list[str] = []
        self._file: IO[str] = path.open("w", encoding="utf-8-sig", newline="")
        self._table: Any = csv.writer(self._file)
        what = pgettext("of an import", "item")
        self._table.writerow([_("where in the file"), _("kind"), what, _("what became of it"), _("why")])

    def took(self, where: str, row: Row, taken: Taken) -> None:
        """Count an item that was taken, and note what it lost."""
        if taken.new:
            self.new += 1
        else:
            self.changed += 1
        if taken.lost:
            self.with_loss += 1
        for why in taken.lost:
            self._write(where, row["type"], _title(row), _("taken, not all of it"), why)

    def refused(self, where: str, kind: str, title: str, why: str) -> None:
        """Note an item that was not taken."""
        self.not_taken += 1
        if len(self.first) < FIRST:
            self.first.append(f"{where}: {title or kind}: {why}")
        self._write(where, kind, title, _("not taken"), why)

    def sentences(self, rehearsed: bool) -> list[str]:
        """Return what is said at the end."""
        said = _("%(new)s new, %(changed)s changed, %(same)s as they were, %(refused)s not taken.") % {
            "new": self.new,
            "changed": self.changed,
            "same": self.same,
            "refused": self.not_taken,
        }
        found = [_("This was a rehearsal: nothing was changed.")] if rehearsed else []
        found += [said, *self.first]
        if self.not_taken or self.with_loss:
            found.append(_("Every item with its reason stands in %s.") % self.path)
        return found

    def close(self) -> None:
        """Write everything down."""
        self._file.close()

    def _write(self, *cells: str) -> None:
        self._table.writerow([harmless(cell) for cell in cells])


def _title(row: Row) -> str:
    fields = row.get("fields") or {}
    return str(fields.get("title") or fields.get("name") or row.get("key") or "")[:200]
