"""The formats of files for translators: which there are, writing one, and finding out which one came."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translating.files import po
from translating.files.sheets import Sheet, Unreadable
from translating.files.xliff import version1, version2
from translating.xml import NoXML, document, is_xml, local, namespace

MOST_BYTES = 20 * 1024**2
MOST_UNPACKED = 60 * 1024**2
MOST_FILES = 1000
MOST_UNITS = 20_000
ENDINGS = (".po", ".xlf", ".xliff")
VERSIONS = {version1.NAMESPACE: version1, version2.NAMESPACE: version2}


class Format(TextChoices):
    """What translation programs open."""

    XLIFF_2 = "xliff2", "XLIFF 2.0"
    XLIFF_1 = "xliff1", "XLIFF 1.2"
    PO = "po", gettext_lazy("PO (several pages: a ZIP archive)")


@dataclass(frozen=True)
class Made:
    """A file that was made: how its name ends, what it is to a browser, and what stands in it."""

    ending: str
    kind: str
    content: bytes


def write(form: str, sheets: list[Sheet]) -> Made:
    """Return a file with some sheets, at least one, all from one language into another."""
    if form == Format.XLIFF_2:
        return Made("xlf", "application/xliff+xml", version2.write(sheets))
    if form == Format.XLIFF_1:
        return Made("xlf", "application/xliff+xml", version1.write(sheets))
    if len(sheets) == 1:
        return Made("po", "text/x-gettext-translation", po.write(sheets[0]))
    return Made("zip", "application/zip", _archive(sheets))


def read(content: bytes) -> list[Sheet]:
    """Return what stands in a file of any format; raises Unreadable with a sentence for who sent it."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(most)s MB: divide it.") % {"most": MOST_BYTES // 1024**2})
    sheets = list(_unpacked(content) if content.startswith(b"PK\x03\x04") else _single(content))
    if not any(sheet.units for sheet in sheets):
        raise Unreadable(_("There is nothing to translate in the file."))
    if sum(len(sheet.units) for sheet in sheets) > MOST_UNITS:
        raise Unreadable(_("The file has more than %(most)s sentences: divide it.") % {"most": MOST_UNITS})
    return sheets


def _single(content: bytes) -> Iterator[Sheet]:
    if not is_xml(content):
        yield po.read(content.replace(b"\0", b""))
        return
    try:
        root = document(content)
    except NoXML as error:
        raise Unreadable(str(error)) from error
    version = VERSIONS.get(namespace(root))
    if local(root) != "xliff" or version is None:
        raise Unreadable(_("The file is no XLIFF 1.2 or 2.0: save it as one of these."))
    yield from version.read(root)


def _unpacked(content: bytes) -> Iterator[Sheet]:
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if _is_for_translators(one.filename)]
            if len(members) > MOST_FILES:
                raise Unreadable(_("The archive has too many files: divide it."))
            for member in members:
                with archive.open(member) as file:
                    unpacked = file.read(min(left, MOST_BYTES) + 1)
                left -= len(unpacked)
                if left < 0 or len(unpacked) > MOST_BYTES:
                    raise Unreadable(_("What is in the archive is too large: divide it."))
                yield from _single(unpacked)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(_("The archive is damaged, or it is locked with a password.")) from error


def _is_for_translators(name: str) -> bool:
    """Whether a file of an archive is meant; macOS puts one named `._NAME` beside each."""
    return name.lower().endswith(ENDINGS) and not PurePosixPath(name).name.startswith("._")


def _archive(sheets: list[Sheet]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, sheet in enumerate(sheets, 1):
            archive.writestr(f"{number:03}-{file_name(sheet.title)}.po", po.write(sheet))
    return buffer.getvalue()


def file_name(title: str) -> str:
    """Return a title as a file may be called, in any script."""
    return re.sub(r"[^\w]+", "-", title).strip("-")[:60] or "page"
