"""Reads the PDF of a document in a process of its own, in bounded time and memory whatever it holds."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from designcity import confined
from designcity.documents import copied
from publications.drawing import MOST_OUTPUT

MOST_SECONDS = 30.0


class Unavailable(Exception):
    """The file could not be read just now, which says nothing of the file."""


@dataclass(frozen=True)
class Found:
    """What was found in a file: its number of pages, and its first page as a JPEG, empty where it has none."""

    page_count: int | None = None
    picture: bytes = b""


def first_page_of(document: Any) -> Found:
    """Return what the file of a document holds; nothing when it is no PDF, broken, protected or too large.

    Raises `Unavailable` when the storage does not answer or the reading was interrupted.
    """
    if Path(document.file.name).suffix.lower() != ".pdf":
        return Found()
    with tempfile.TemporaryFile() as copy, tempfile.TemporaryFile() as output:
        try:
            is_whole = copied(document, copy)
        except OSError as error:
            raise Unavailable(f"Document {document.pk} cannot be opened.") from error
        return _drawn(copy, output) if is_whole else Found()


def _drawn(copy: IO[bytes], output: IO[bytes]) -> Found:
    try:
        status = confined.run("publications.drawing", given=copy, output=output, seconds=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return Found()
    if status in confined.STOPPED:
        raise Unavailable("The reading was interrupted.")
    output.seek(0)
    return _parsed(output.read(MOST_OUTPUT)) if status == 0 else Found()


def _parsed(written: bytes) -> Found:
    number, _line_end, picture = written.partition(b"\n")
    return Found(int(number), picture)
