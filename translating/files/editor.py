"""The file of one translation, at the addresses where wagtail-localize's editor asks for it.

Its own views would take a file over without a look, and words that no longer stand in the original.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translating.files import taking
from translating.files.formats import Format
from translating.files.forms import InForm
from translating.files.gathering import sheets_of
from translating.files.permissions import targets
from translating.files.views import as_file


@require_GET
def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Answer with the whole page as PO."""
    return as_file(Format.PO, sheets_of([_translation(request, translation_id)]))


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Keep a file of any format for this page, and lead to what it does."""
    translation = _translation(request, translation_id)
    form = InForm(request.POST, request.FILES)
    if form.is_valid():
        sheets = form.cleaned_data["file"]
        return redirect(taking.receive(sheets, form.name, request.user, translation).url)
    messages.error(request, " ".join(str(error) for error in form.errors["file"]))
    return redirect(get_valid_next_url_from_request(request) or reverse("translating_files"))


def addresses() -> list[URLPattern]:
    """Return wagtail-localize's own addresses, before which these views stand."""
    return [
        path("localize/translate/<int:translation_id>/pofile/download/", download),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload),
    ]


def _translation(request: HttpRequest, pk: int) -> Translation:
    found = Translation.objects.select_related(
        "source__locale", "source__specific_content_type", "target_locale"
    )
    translation = get_object_or_404(found, pk=pk)
    if translation.pk not in targets(request.user, [translation]):
        raise PermissionDenied
    return translation
