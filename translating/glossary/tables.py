"""The glossary as a CSV table, a line for each term and language (see `COLUMNS`)."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translating.glossary.models import GlossaryTerm, GlossaryTranslation

COLUMNS = ("term", "language", "approved", "forbidden", "note")
MOST_LINES = 20_000


class TableError(ValueError):
    """A table that does not fit; the message names the line and says what to do."""


@dataclass
class Taken:
    """How many terms were new, and how many were changed."""

    new: int = 0
    changed: int = 0


def written() -> Iterator[str]:
    """Yield the table line by line; it begins with the mark by which spreadsheet programs know UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield "\ufeff"
    for row in [COLUMNS, *_rows()]:
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _rows() -> Iterator[tuple[str, ...]]:
    found = GlossaryTranslation.objects.select_related("term", "locale").order_by("term__term", "locale")
    for one in found:
        yield one.term.term, one.locale.language_code, one.approved, one.forbidden, one.term.note


@transaction.atomic
def take(content: bytes) -> Taken:
    """Take a table over; terms that are there already are changed, none is removed.

    Raises TableError, and then nothing is changed.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    taken = Taken()
    for number, row in enumerate(_lines(content), 2):
        if number > MOST_LINES:
            raise TableError(_("The table is longer than %(most)s lines: divide it.") % {"most": MOST_LINES})
        _take_row(number, row, locales, taken)
    return taken


def _take_row(number: int, row: dict[str, str], locales: dict[str, Locale], taken: Taken) -> None:
    locale = locales.get(row["language"])
    if locale is None:
        said = {"line": number, "language": row["language"], "known": ", ".join(sorted(locales))}
        raise TableError(_("Line %(line)s: “%(language)s” is no language of this site (%(known)s).") % said)
    term = GlossaryTerm.objects.filter(term=row["term"]).first() or GlossaryTerm(term=row["term"])
    is_new = term.pk is None
    term.note = row["note"] or term.note
    try:
        term.full_clean()
        term.save()
        one = GlossaryTranslation.objects.filter(term=term, locale=locale).first()
        one = one or GlossaryTranslation(term=term, locale=locale)
        one.approved, one.forbidden = row["approved"], row["forbidden"]
        one.full_clean()
        one.save()
    except ValidationError as error:
        said = {"line": number, "reason": " ".join(error.messages)}
        raise TableError(_("Line %(line)s: %(reason)s") % said) from error
    taken.new += is_new
    taken.changed += not is_new


def _lines(content: bytes) -> Iterator[dict[str, str]]:
    if b"\0" in content:
        raise TableError(_("The file is no CSV table: %(reason)s") % {"reason": "NUL"})
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        if not {"term", "language", "approved"} <= set(reader.fieldnames or ()):
            raise TableError(
                _("The first line must name the columns: %(columns)s.") % {"columns": ", ".join(COLUMNS)}
            )
        for row in reader:
            yield {name: (row.get(name) or "").strip() for name in COLUMNS}
    except UnicodeDecodeError as error:
        raise TableError(_("The table is not in UTF-8: save it as “CSV UTF-8”.")) from error
    except csv.Error as error:
        raise TableError(_("The file is no CSV table: %(reason)s") % {"reason": error}) from error
