"""PO, the form of gettext: a file for each page, whose segments are HTML as wagtail-localize exports them."""

import polib
from django.utils import timezone
from django.utils.translation import gettext as _

from translating.files import codes
from translating.files.sheets import LONGEST_TITLE, Sheet, Unit, Unreadable, key_of

IDENTIFIER = "X-WagtailLocalize-TranslationID"
"""The name under which wagtail-localize's own files say which translation they are."""
SOURCE = "X-Source-Language"
MADE_AT = "X-Made-At"
"""To the second, where the format's own date knows the minute."""


def write(sheet: Sheet) -> bytes:
    """Return a sheet as a file."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": " ".join(sheet.title.split()),
        "POT-Creation-Date": timezone.localtime().strftime("%Y-%m-%d %H:%M%z"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": sheet.target_language,
        SOURCE: sheet.source_language,
        IDENTIFIER: sheet.key,
        MADE_AT: sheet.made_at,
    }
    for unit in sheet.units:
        comment = "\n".join(unit.notes)
        file.append(polib.POEntry(msgid=unit.source, msgctxt=unit.path, msgstr=unit.target, comment=comment))
    return str(file).encode()


def read(content: bytes) -> Sheet:
    """Return what stands in a file; raises Unreadable."""
    try:
        # polib opens a text that is the name of a file: this one is none.
        file = polib.pofile("\n" + content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(_("The file is not in UTF-8: save it in that encoding.")) from error
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise Unreadable(_("The file is neither XLIFF nor PO, or it is damaged.")) from error
    if not file.metadata.get(IDENTIFIER):
        raise Unreadable(_("The file does not say which page it is for: it was not made by this site."))
    return Sheet(
        key=file.metadata[IDENTIFIER],
        source_language=file.metadata.get(SOURCE, ""),
        target_language=file.metadata.get("Language", ""),
        title=file.metadata.get("Project-Id-Version", "")[:LONGEST_TITLE],
        units=[_unit(entry) for entry in file if not entry.obsolete],
        made_at=file.metadata.get(MADE_AT, ""),
    )


def _unit(entry: polib.POEntry) -> Unit:
    unit = Unit(key=key_of(entry.msgctxt or "", entry.msgid), source=entry.msgid, target=entry.msgstr)
    try:
        unit.target = codes.html(codes.pieces(entry.msgstr))
    except codes.BrokenMarkup as error:
        unit.problem = str(error)
    if "fuzzy" in entry.flags:
        unit.problem = _("The file marks it as uncertain (fuzzy): check it, and take the mark away.")
    return unit
