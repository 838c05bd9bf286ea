"""The forms of pictures, documents and other records that are no snippets: they lose no word, and ask."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail.admin.views.generic import EditView
from wagtail.documents.views.documents import EditView as DocumentEditView
from wagtail.images.views.images import EditView as ImageEditView

from newsroom.keeping import receipts, snippets

Base: Any = EditView if TYPE_CHECKING else object


class Noting(Base):
    """Remembers, when a form is saved, that its words have arrived."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Save, and note it."""
        response: HttpResponse = super().form_valid(form)
        receipts.note(self.request)
        return response


class AskingRecord(Noting):
    """Asks whoever saves second before the first one's words are covered."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or ask first when somebody saved meanwhile."""
        if not hasattr(self, "object"):
            self.object = self.get_object()
        return snippets.ask_before_covering(request, self.object) or super().post(request, *args, **kwargs)


class KeepingImageEditView(AskingRecord, ImageEditView):
    """Wagtail's form of a picture."""


class KeepingDocumentEditView(AskingRecord, DocumentEditView):
    """Wagtail's form of a document."""


def addresses() -> list[URLPattern]:
    """Return the addresses of Wagtail's own views, which these stand before."""
    return [
        path("images/<int:image_id>/", KeepingImageEditView.as_view(), name="newsroom_image"),
        path("documents/edit/<int:document_id>/", KeepingDocumentEditView.as_view(), name="newsroom_document"),
    ]
