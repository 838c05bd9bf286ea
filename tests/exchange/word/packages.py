"""Makers of the containers in which Word keeps files of other programs, byte by byte from the standard."""

import struct

SECTOR = 512
FREE, END, OF_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NONE = FREE


def container(name: str, content: bytes) -> bytes:
    """Return a container with one stream, filled up to the size from which a stream has sectors of its own."""
    content = content.ljust(4096, b"\0")
    sectors = -(-len(content) // SECTOR)
    chain = [OF_TABLE, END, *range(3, 2 + sectors), END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry(name, 2, NONE, 2, len(content))
    return _header() + table + directory.ljust(SECTOR, b"\0") + content.ljust(sectors * SECTOR, b"\0")


def native(label: str, path: str, file: bytes, *, in_unicode: bool = True, encoding: str = "gb18030") -> bytes:
    """Return the stream of a “Package” object with its file."""
    names = [name.encode(encoding) + b"\0" for name in (label, path)]
    body = b"\2\0" + b"".join(names) + b"\0\0\3\0" + _sized(names[1]) + _sized(file)
    if in_unicode:
        for text in (path, label, path):
            body += struct.pack("<I", len(text)) + text.encode("utf-16-le")
    return struct.pack("<I", len(body)) + body


def _sized(content: bytes) -> bytes:
    return struct.pack("<I", len(content)) + content


def _header() -> bytes:
    fields = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6))
    numbers = (0, 1, 1, 0, 4096, END, 0, END, 0, 0)
    header = struct.pack("<8s16sHHHHH6s", *fields) + struct.pack("<10I", *numbers)
    return header.ljust(SECTOR, b"\xff")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = struct.pack("<64sHBBIII", written, len(written) + 2, kind, 1, NONE, NONE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
