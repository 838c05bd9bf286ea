"""Whether a file is what the end of its name says: looked at, never run or unpacked."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

START = 4096
"""The bytes from its beginning by which a file is known."""
MEGABYTE = 1024**2

Check = Callable[[Any, bytes], bool]


def _begins_with(*marks: bytes) -> Check:
    return lambda file, start: start.startswith(marks)


def _is_text(file: Any, start: bytes) -> bool:
    """Whether the beginning reads as text in an encoding that mail and editors here write."""
    if b"\0" in start:
        return False
    return any(_decodes(start, encoding) for encoding in ("utf-8", "gb18030"))


def _decodes(start: bytes, encoding: str) -> bool:
    try:
        start.decode(encoding)
    except UnicodeDecodeError as error:
        # A character that is cut off at the end is no mistake.
        return len(start) == START and error.start > START - 4
    return True


def _holds(member: str) -> Check:
    """Return the check of a packed document, by a member that every one of its kind has."""

    def check(file: Any, start: bytes) -> bool:
        try:
            with zipfile.ZipFile(file) as packed:
                return member in packed.namelist()
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
            return False

    return check


CHECKS: dict[str, Check] = {
    "pdf": _begins_with(b"%PDF-"),
    "png": _begins_with(b"\x89PNG\r\n\x1a\n"),
    "jpg": _begins_with(b"\xff\xd8\xff"),
    "jpeg": _begins_with(b"\xff\xd8\xff"),
    "docx": _holds("word/document.xml"),
    "odt": _holds("content.xml"),
    "txt": _is_text,
    "eml": _is_text,
}


@deconstructible
class FileContents:
    """Refuses a file that is too large, or is something else than its name says, or of no kind known here."""

    def __init__(self, most_megabytes: int = 20) -> None:
        self.most_megabytes = most_megabytes

    def __call__(self, file: Any) -> None:
        if getattr(file, "_committed", False):
            return  # looked at when it came
        if file.size > self.most_megabytes * MEGABYTE:
            raise ValidationError(
                ngettext_lazy(
                    "The file is larger than %(most)s megabyte.",
                    "The file is larger than %(most)s megabytes.",
                    self.most_megabytes,
                )
                % {"most": self.most_megabytes}
            )
        ending = Path(file.name).suffix.lower().removeprefix(".")
        if ending not in CHECKS or not is_what_it_says(file, ending):
            raise ValidationError(
                _("The file is not what its name says: it does not hold what a .%(ending)s file holds.")
                % {"ending": ending}
            )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileContents) and self.most_megabytes == other.most_megabytes

    def __hash__(self) -> int:
        return hash(self.most_megabytes)


def is_what_it_says(file: Any, ending: str) -> bool:
    """Whether an open file holds what files with that ending hold; it is left at its beginning."""
    file.seek(0)
    try:
        return CHECKS[ending](file, file.read(START))
    finally:
        file.seek(0)
