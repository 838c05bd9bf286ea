"""Files that Word keeps in a container of an older kind, as its “Package” objects do. Imports no Django."""

import io
import struct
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

import olefile

SIGNATURE = bytes(olefile.MAGIC)
NATIVE, PACKAGE = "\x01Ole10Native", "Package"
"""The streams that hold a file of any kind with its name, and a file of Office without one."""
MEMBERS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "ppt/presentation.xml": ".pptx"}
LONGEST = 1024


def file_in(name: str, content: bytes) -> tuple[str, bytes] | None:
    """Return name and content of the file in a container that is called `name`; None where none can be read."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            if container.exists(NATIVE):
                return _named(container.openstream(NATIVE))
            if container.exists(PACKAGE):
                return _of_office(name, container.openstream(PACKAGE).read())
    except Exception:  # whatever the library, or what is read here, makes of a broken container
        return None
    return None


def _named(stream: BinaryIO) -> tuple[str, bytes]:
    """Read the form of the stream: sizes and names, the file, and its names once more in Unicode."""
    stream.read(6)
    label, path = _text(stream), _text(stream)
    stream.read(4)
    _sized(stream)
    file = _sized(stream)
    in_unicode = [_sized(stream, 2).decode("utf-16-le") for _ in range(3)] if _has_more(stream) else []
    names = [*reversed(in_unicode[1:]), path, label]
    return next(last for name in names if (last := PurePosixPath(name.replace("\\", "/")).name)), file


def _of_office(name: str, content: bytes) -> tuple[str, bytes] | None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        there = set(archive.namelist())
    ending = next((ending for member, ending in MEMBERS.items() if member in there), None)
    return (f"{PurePosixPath(name).stem}{ending}", content) if ending else None


def _text(stream: BinaryIO) -> str:
    """Read a text of the machine's own encoding, up to its end."""
    read = bytearray()
    while (one := stream.read(1)) != b"\0":
        if not one or len(read) > LONGEST:
            raise ValueError("A name has no end.")
        read += one
    try:
        return read.decode()
    except UnicodeDecodeError:
        return read.decode("gb18030", errors="replace")


def _sized(stream: BinaryIO, unit: int = 1) -> bytes:
    """Read what begins with its size; raises ValueError where there is less."""
    (size,) = struct.unpack("<I", stream.read(4))
    read = stream.read(size * unit)
    if len(read) < size * unit:
        raise ValueError("The container ends too early.")
    return read


def _has_more(stream: BinaryIO) -> bool:
    at = stream.tell()
    more = len(stream.read(4)) == 4
    stream.seek(at)
    return more
