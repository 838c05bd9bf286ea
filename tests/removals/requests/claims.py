"""Requests that have come in, and files that come with them."""

import io
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from removals.models import RemovalRequest
from removals.requests import handling
from removals.requests.kinds import Kind, Right, Standing


def claim(files: Any = (), **fields: Any) -> RemovalRequest:
    """Return a request that was received, in Chinese and for a removal unless said otherwise."""
    stated: dict[str, Any] = {
        "language": "zh-hans",
        "kind": Kind.REMOVAL,
        "right": Right.COPYRIGHT,
        "standing": Standing.OWN,
        "statement": "文章是我写的。",
        "name": "赵敏",
        "email": "zhao@example.org",
        "phone": "13800000000",
    }
    return handling.receive(RemovalRequest(**stated | fields), files)


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def pdf() -> bytes:
    """Return the beginning of a PDF."""
    return b"%PDF-1.7\n1 0 obj\n"


def picture(kind: str) -> bytes:
    """Return a small picture of a kind, such as PNG."""
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(buffer, kind)
    return buffer.getvalue()


def zipped(*names: str) -> bytes:
    """Return an archive with files of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(
                zipfile.ZipInfo(name), "content"
            )  # without the time: it would be in the names of tests
    return buffer.getvalue()


def word() -> bytes:
    """Return what tells a Word document from other archives."""
    return zipped("[Content_Types].xml", "word/document.xml")


MAIL = b"From: a@example.org\nTo: b@example.org\nSubject: Yes\nDate: Mon, 1 Jan 2026 10:00:00 +0800\n\nYes.\n"
