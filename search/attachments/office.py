"""The words of Word and OpenDocument files: archives of XML, read as a stream and never unpacked as a whole.

The element names of both formats are read without their namespaces, which differ between versions of a format.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from search.attachments.endings import Ending, Refused

MOST_UNPACKED = 64 * 1024**2
CHUNK = 1024**2
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class _Dialect:
    """Which parts of an archive, and which elements of these, hold words."""

    parts: re.Pattern[str]
    words: frozenset[str]
    paragraphs: frozenset[str]
    blanks: frozenset[str]
    left_out: frozenset[str]


# What was moved away and the second version of a drawing for older programs would be read twice.
_WORD = _Dialect(
    parts=re.compile(r"word/(document|endnotes|footnotes)\d*\.xml"),
    words=frozenset({"t"}),
    paragraphs=frozenset({"p"}),
    blanks=frozenset({"tab", "br", "cr"}),
    left_out=frozenset({"moveFrom", "del", "Fallback"}),
)
_OPEN_DOCUMENT = _Dialect(
    parts=re.compile(r"content\.xml"),
    words=frozenset({"p", "h"}),
    paragraphs=frozenset({"p", "h"}),
    blanks=frozenset({"s", "tab", "line-break"}),
    left_out=frozenset({"tracked-changes", "annotation"}),
)


def word(file: BinaryIO) -> Iterator[str]:
    """Yield the text of a .docx: its paragraphs, those of tables and text boxes among them, and its notes."""
    return _texts(file, _WORD)


def open_document(file: BinaryIO) -> Iterator[str]:
    """Yield the text of an .odt."""
    return _texts(file, _OPEN_DOCUMENT)


def _texts(file: BinaryIO, dialect: _Dialect) -> Iterator[str]:
    archive = _opened(file)
    parts = [part for part in archive.infolist() if dialect.parts.fullmatch(part.filename)]
    if not parts:
        raise Refused(Ending.BROKEN)
    left = MOST_UNPACKED
    for part in sorted(parts, key=lambda part: part.filename):
        words = _Words(dialect)
        for chunk in _chunks(archive, part):
            left -= len(chunk)
            if left < 0:
                raise Refused(Ending.TOO_LARGE)
            yield words.of(chunk)
        words.end()


def _opened(file: BinaryIO) -> ZipFile:
    """Open the archive; Word keeps a file with a password in a container of an older kind."""
    try:
        archive = ZipFile(file)
    except BadZipFile as error:
        file.seek(0)
        content = file.read()
        is_encrypted = content.startswith(_OLE) and _ENCRYPTED_PACKAGE in content
        raise Refused(Ending.ENCRYPTED if is_encrypted else Ending.BROKEN) from error
    if _is_encrypted(archive):
        raise Refused(Ending.ENCRYPTED)
    return archive


def _is_encrypted(archive: ZipFile) -> bool:
    if any(part.flag_bits & 1 for part in archive.infolist()):
        return True
    manifest = "META-INF/manifest.xml"
    if manifest not in archive.namelist():
        return False
    with archive.open(manifest) as stream:
        return b"encryption-data" in stream.read(1024**2)


def _chunks(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


class _Words:
    """Collects the words of an XML file while it is parsed; builds no tree and expands no entity."""

    def __init__(self, dialect: _Dialect) -> None:
        self._dialect = dialect
        self._found: list[str] = []
        self._within_words = self._within_left_out = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def of(self, chunk: bytes) -> str:
        """Return the words that the next bytes of the file complete."""
        self._parser.Parse(chunk)
        found = "".join(self._found)
        self._found.clear()
        return found

    def end(self) -> None:
        """Make sure that the file was whole."""
        self._parser.Parse(b"", True)

    def _refuse(self, *declaration: object) -> None:
        """Refuse a document type: neither format has one, and it is where entities are declared."""
        raise Refused(Ending.BROKEN)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._within_words += local in self._dialect.words
        self._within_left_out += local in self._dialect.left_out
        if local in self._dialect.blanks:
            self._found.append(" ")

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        self._within_words -= local in self._dialect.words
        self._within_left_out -= local in self._dialect.left_out
        if local in self._dialect.paragraphs:
            self._found.append("\n")

    def _text(self, text: str) -> None:
        if self._within_words and not self._within_left_out:
            self._found.append(text)
