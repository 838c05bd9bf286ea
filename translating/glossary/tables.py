"""The glossary as a CSV table, a line for each term and language (see `COLUMNS`)."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from designcity.spreadsheets import harmless, meant
from translating.glossary.models import GlossaryTranslation
from translating.glossary.rows import Row, TableError

COLUMNS = ("term", "language", "approved", "forbidden", "note")


def written() -> Iterator[str]:
    """Yield the table line by line; it begins with the mark by which spreadsheet programs know UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield "\ufeff"
    for row in [COLUMNS, *_rows()]:
        writer.writerow(map(harmless, row))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _rows() -> Iterator[tuple[str, ...]]:
    found = GlossaryTranslation.objects.select_related("term", "locale").order_by("term__term", "locale")
    for one in found:
        yield one.term.term, one.locale.language_code, one.approved, one.forbidden, one.term.note


def rows(content: bytes) -> Iterator[Row]:
    """Yield what a table says, line by line; raises TableError."""
    try:
        reader = csv.DictReader(io.StringIO(_text(content), newline=""), strict=True)
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
        if not {"term", "language", "approved"} <= set(reader.fieldnames or ()):
            raise TableError(
                _("The first line must name the columns: %(columns)s.") % {"columns": ", ".join(COLUMNS)}
            )
        for number, line in enumerate(reader, 2):
            place = _("Line %(number)s") % {"number": number}
            yield Row(place, **{name: meant((line.get(name) or "").strip()) for name in COLUMNS})
    except csv.Error as error:
        # Its own sentence is English whoever reads it.
        place = _("Line %(number)s") % {"number": max(1, reader.reader.line_num)}
        raise TableError(_("The file is no CSV table: %(reason)s") % {"reason": place}) from error


def _text(content: bytes) -> str:
    """Return the text of a table; raises TableError. NUL stands in UTF-16, and in what is no text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(_("The table is not in UTF-8: save it as “CSV UTF-8”.")) from error
    if "\0" in text:
        raise TableError(_("The table is not in UTF-8: save it as “CSV UTF-8”."))
    return text
