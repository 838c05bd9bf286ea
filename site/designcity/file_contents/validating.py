"""Refuses what is not what its name says, in the fields of models."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from designcity.file_contents.judging import ending_of, is_what_it_says

MEGABYTE = 1024**2


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
        if not is_what_it_says(file):
            raise ValidationError(
                _("The file is not what its name says: it does not hold what a .%(ending)s file holds.")
                % {"ending": ending_of(file.name)}
            )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileContents) and self.most_megabytes == other.most_megabytes

    def __hash__(self) -> int:
        return hash(self.most_megabytes)
