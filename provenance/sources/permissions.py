"""The document of a permission: put on file in the source's form, opened by the office alone."""

from pathlib import Path
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.forms import ClearableFileInput
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from wagtail.permission_policies import ModelPermissionPolicy

from designcity.private_files import as_download
from provenance.sources.models import Source

NAME = "provenance_permission"


class OnFile(NamedTuple):
    """A file as the form shows it: its name, and where those who may can get it."""

    name: str
    url: str

    def __str__(self) -> str:
        return self.name


class PrivateFileInput(ClearableFileInput):
    """The field for a file that has no address of its own."""

    def is_initial(self, value: Any) -> bool:
        return bool(value)

    def format_value(self, value: Any) -> OnFile | None:  # type: ignore[override]  # shown as a file is
        if not value or not getattr(value, "instance", None) or not value.instance.pk:
            return None
        return OnFile(Path(value.name).name, reverse(NAME, args=[value.instance.pk]))


def permission(request: HttpRequest, source_id: int) -> FileResponse:
    """Answer with the document of a source's permission, as a file to save."""
    policy = ModelPermissionPolicy(Source)
    if not policy.user_has_any_permission(request.user, ["view", "change"]):
        raise PermissionDenied
    file = get_object_or_404(Source, pk=source_id).permission_file
    if not file or not file.storage.exists(str(file.name)):
        raise Http404
    return as_download(file, Path(str(file.name)).name)


def addresses() -> list[URLPattern]:
    """Return the address of the documents, below the editors' interface, which asks who comes."""
    return [path("provenance/permissions/<int:source_id>/", permission, name=NAME)]
