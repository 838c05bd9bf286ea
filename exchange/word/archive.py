"""A Word file as the archive of XML that it is: looked at before anything of it is read. Imports no Django."""

import io
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from exchange.word.endings import MOST_PARTS, MOST_UNPACKED, MOST_XML, Ending, Refused

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
DOCUMENT = "word/document.xml"


def parts_of(file: BinaryIO) -> dict[str, bytes]:
    """Return the parts of a Word file by name; raises `Refused`."""
    content = file.read()
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except BadZipFile as error:
        raise Refused(_of_older_kind(content)) from error


def _of_older_kind(content: bytes) -> Ending:
    """Return what is wrong with what is no archive; Word keeps a file with a password in an older container."""
    if not content.startswith(OLE):
        return Ending.BROKEN
    return Ending.ENCRYPTED if ENCRYPTED_PACKAGE in content else Ending.OLD


def _read(archive: ZipFile) -> dict[str, bytes]:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(Ending.ENCRYPTED)
    # No part unpacks to more than it claims: the library reads no further.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(Ending.TOO_LARGE)
    if DOCUMENT not in {part.filename for part in parts}:
        raise Refused(Ending.OTHER)
    read = {part.filename: archive.read(part) for part in parts}
    for name, content in read.items():
        if name.endswith((".xml", ".rels")):
            _look_at(content)
    return read


def _look_at(xml: bytes) -> None:
    """Refuse what is huge, and a document type: the format has none, and it is where entities are declared."""
    if len(xml) > MOST_XML:
        raise Refused(Ending.TOO_LARGE)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(xml, True)


def _refuse(*declaration: object) -> None:
    raise Refused(Ending.BROKEN)
