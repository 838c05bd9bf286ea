"""Files that the public never gets: permissions, evidence, what was taken down."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile
from django.http import FileResponse
from django.utils.functional import cached_property


class PrivateStorage(FileSystemStorage):
    """Files below `PRIVATE_ROOT`, which no server serves; they have no address."""

    @cached_property
    def base_location(self) -> str:
        return str(settings.PRIVATE_ROOT)

    def url(self, name: str | None) -> str:
        raise ValueError("This file has no address: see as_download().")


def private_storage() -> PrivateStorage:
    """Return the storage of the files that the public never gets; for the fields of models."""
    return PrivateStorage()


def as_download(file: FieldFile, name: str) -> FileResponse:
    """Answer with a file under the name that it came with; a browser saves it and never shows or runs it."""
    response = FileResponse(file.open("rb"), as_attachment=True, filename=name)
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
