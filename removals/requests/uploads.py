"""Files that come with a request or a message: judged by what they hold, whatever they are called."""

import unicodedata
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from designcity.file_contents.judging import ALL_ENDINGS, is_what_it_says

MOST_FILES = 5
MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 120
KINDS = "PDF, PNG, JPEG, WebP, DOCX, ODT, TXT, EML"
ACCEPTED = ",".join(f".{ending}" for ending in ALL_ENDINGS)


class FilesInput(forms.FileInput):
    """A choice of several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile]:
        return list(files.getlist(name))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files


class FilesField(forms.Field):
    """At most five files of the kinds that a claim needs; the answer names each that is refused."""

    widget = FilesInput

    def __init__(self, **kwargs: Any) -> None:
        limits = _("At most 5 files of 10 MB each: {kinds}. Only the office sees them.")
        kwargs.setdefault("help_text", format_lazy(limits, kinds=KINDS))
        super().__init__(required=False, widget=FilesInput(attrs={"accept": ACCEPTED}), **kwargs)

    def clean(self, value: Any) -> list[UploadedFile]:
        files = list(value or [])
        if len(files) > MOST_FILES:
            raise ValidationError(_("At most 5 files can be sent at once. Choose fewer of them."))
        errors = [error for file in files for error in refusals(file)]
        if errors:
            raise ValidationError(errors)
        return files


def refusals(file: UploadedFile) -> list[str]:
    """Return why a file is not taken; nothing for one that is."""
    name, size = plain_name(str(file.name)), file.size or 0
    if size > MOST_BYTES:
        said: Any = _("“{name}” is larger than 10 MB.")
    elif not size:
        said = _("“{name}” is empty.")
    elif not is_what_it_says(file):
        said = _("“{name}” is none of the kinds of files that we take, or is damaged.")
    else:
        return []
    return [str(said).format(name=name)]


def plain_name(name: str) -> str:
    """Return the name of a file as it may be shown and given to a browser: no folder, no control character."""
    kept = "".join(one for one in name if unicodedata.category(one)[0] != "C").strip() or "file"
    path = PurePath(kept.replace("\\", "/"))
    room = LONGEST_NAME - len(path.suffix[:10])
    return f"{path.stem[:room]}{path.suffix[:10]}"
