"""Makers of files to read: real ones, damaged ones, and ones made to do harm."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO

import docx

from designcity.demo.pdf import pdf

MEGABYTE = 1024**2
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def chinese_pdf() -> bytes:
    """Return a PDF whose sentence goes on in a second line."""
    lines = ["为了规范设计之都的评选工作，鼓励各区参", "与城市设计，制定本指南。", "Entries close on 1 June."]
    return pdf("评选指南", "Guide", lines)


def chinese_pdf_of(title: str) -> bytes:
    """Return a PDF of nothing but a title."""
    return pdf(title, "", [])


def protected_pdf(password: str) -> bytes:
    """Return the PDF of one word, encrypted by RC4 (ISO 32000-1, 7.6); anybody reads it with an empty one."""
    number = b"designcity-16-by"
    owner = _rc4(_md5(_padded("owner"))[:5], _padded(password))
    key = _md5(_padded(password) + owner + b"\xfc\xff\xff\xff" + number)[:5]
    content = _rc4(_md5(key + b"\x04\x00\x00" + b"\x00\x00")[:10], b"BT /F1 12 Tf 72 700 Td (Design) Tj ET")
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -4 >>"
    hashes = [part.hex().encode() for part in (owner, _rc4(key, _PADDING))]
    trailer = b"/ID [<%b> <%b>] /Encrypt %b" % (
        number.hex().encode(),
        number.hex().encode(),
        lock % tuple(hashes),
    )
    return _one_page(content, trailer=trailer)


def scanned_pdf() -> bytes:
    """Return a PDF that shows something but has no words."""
    return _one_page(b"0 0 100 100 re f")


def endless_pdf() -> bytes:
    """Return a small PDF that takes minutes: a hundred pages of a content that unpacks to 128 megabytes."""
    packed = zlib.compressobj(9)
    content = b"".join(packed.compress(b"q Q " * (MEGABYTE // 4)) for _ in range(128)) + packed.flush()
    return _one_page(content, b"/Filter /FlateDecode", times=100)


def swelling_pdf() -> bytes:
    """Return a small PDF whose words unpack to hundreds of megabytes."""
    packed = zlib.compressobj(9)
    words = b"BT /F1 12 Tf 72 700 Td (word) Tj ET\n" * (MEGABYTE // 36)
    content = b"".join(packed.compress(words) for _ in range(256)) + packed.flush()
    return _one_page(content, b"/Filter /FlateDecode")


def word_file() -> bytes:
    """Return a .docx with a heading, a paragraph in two runs, a table and a tab."""
    document = docx.Document()
    document.add_heading("评选指南", 1)
    document.add_paragraph("为了规范设计").add_run("之都的评选").bold = True
    table = document.add_table(1, 2)
    for cell, text in zip(table.rows[0].cells, ["项目", "负责人"], strict=True):
        cell.text = text
    document.add_paragraph("Entries\tclose")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_file_of(body: str, declaration: str = "") -> bytes:
    """Return a .docx of nothing but the XML of its body."""
    return archive(
        {"word/document.xml": [f'{declaration}<w:d xmlns:w="{_WORDPROCESSING}">{body}</w:d>'.encode()]}
    )


def swelling_word_file(before: bytes, swelling: bytes) -> bytes:
    """Return a small .docx whose document unpacks to half a gigabyte, all but the beginning the same."""
    return archive({"word/document.xml": _half_a_gigabyte(before, swelling)})


def archive(parts: dict[str, Iterable[bytes]]) -> bytes:
    """Return a ZIP archive of parts, each given in pieces."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, pieces in parts.items():
            with packed.open(name, "w", force_zip64=True) as part:
                _write(part, pieces)
    return file.getvalue()


def _write(part: IO[bytes], pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        part.write(piece)


def _half_a_gigabyte(before: bytes, swelling: bytes) -> Iterator[bytes]:
    yield before
    piece = swelling * (4 * MEGABYTE // len(swelling))
    for _ in range(128):
        yield piece


def _one_page(content: bytes, filtered: bytes = b"", trailer: bytes = b"", times: int = 1) -> bytes:
    """Return a PDF of a page with some content, that many times."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%b] >>" % (times, b"3 0 R " * times),
        page,
        b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), filtered, content),
        b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%%PDF-1.4\n%btrailer << /Size 6 /Root 1 0 R %b >>\n%%%%EOF" % (body, trailer)


def _padded(password: str) -> bytes:
    return (password.encode() + _PADDING)[:32]


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
