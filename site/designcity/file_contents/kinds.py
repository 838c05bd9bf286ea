"""Tells what a file is by what it holds, whatever it is called; imports no Django.

It runs in a confined process: `python -m designcity.file_contents.kinds PARENT < file` writes the kind's name.
"""

import codecs
import re
import sys
import zipfile
from email import policy
from email.parser import BytesHeaderParser
from typing import IO

from PIL import Image

from designcity.confined import confine

ENDINGS = {
    "pdf": ("pdf",),
    "png": ("png",),
    "jpeg": ("jpg", "jpeg"),
    "webp": ("webp",),
    "docx": ("docx",),
    "odt": ("odt",),
    "eml": ("eml", "txt"),
    "txt": ("txt",),
}
"""The endings that a file of each kind may have."""
MEMBERS = {
    "docx": {"[Content_Types].xml", "word/document.xml"},
    "odt": {"mimetype", "content.xml"},
}
MOST_ANSWERED = 1024
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(file: IO[bytes]) -> str:
    """Return one of ENDINGS, or an empty text for what is none of them."""
    start = file.read(1024)
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK"):
        return _packed(file)
    return _picture(file) or _text(file)


def _packed(file: IO[bytes]) -> str:
    """Tell a packed document by the members that every one of its kind has."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return ""
    return next((kind for kind, members in MEMBERS.items() if members <= names), "")


def _picture(file: IO[bytes]) -> str:
    file.seek(0)
    try:
        with Image.open(file, formats=["PNG", "JPEG", "WEBP"]) as picture:
            picture.verify()
            return str(picture.format).lower()
    except Exception:
        # Pillow raises errors of many kinds for what is no picture, or is made to do harm.
        return ""


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    whole = file.read()
    try:
        words = codecs.decode(whole, "utf-8-sig")
    except UnicodeDecodeError:
        try:
            words = codecs.decode(whole, "gb18030")
        except UnicodeDecodeError:
            return ""
    if not whole or _CONTROLS.search(words):
        return ""
    return "eml" if _is_mail(whole) else "txt"


def _is_mail(whole: bytes) -> bool:
    headers = BytesHeaderParser(policy=policy.compat32).parsebytes(whole)
    return "From" in headers and bool({"date", "subject", "received"} & {name.lower() for name in headers})


if __name__ == "__main__":
    confine(int(sys.argv[1]), MOST_ANSWERED)
    sys.stdout.write(kind_of(sys.stdin.buffer))
