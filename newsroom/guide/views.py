"""The guides as pages of the editors' interface, and their pictures."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from newsroom.guide import reading

TITLES = {
    "editing": _("Writing and publishing"),
    "translating": _("Translating"),
    "rights": _("Removal requests"),
}
"""The guides for those who work in the editors' interface, by the names of their files."""


class Guide(WagtailAdminTemplateMixin, TemplateView):
    """All chapters of one guide, in the language in which somebody works."""

    template_name = "newsroom/guide/page.html"
    header_icon = "help"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the guide."""
        super().setup(request, *args, **kwargs)
        self.guide = kwargs.get("guide", "editing")
        if self.guide not in TITLES:
            raise Http404

    def get_page_title(self) -> Any:
        return TITLES[self.guide]

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = reading.language_for(get_language() or "")
        return super().get_context_data(**kwargs) | {
            "chapters": reading.chapters(self.guide, language),
            "guides": TITLES.items(),
            "guide": self.guide,
            "language": language,
        }


@cache_control(private=True, max_age=3600)
def picture(request: HttpRequest, guide: str, language: str, name: str) -> FileResponse:
    """Answer with a picture of a guide."""
    file = reading.picture_file(guide, language, name)
    if guide not in TITLES or language not in reading.PARTS or not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")


def addresses() -> list[URLPattern]:
    """Return the addresses of guides and pictures."""
    return [
        path("guide/", Guide.as_view(), name="newsroom_guide"),
        path("guide/<slug:guide>/", Guide.as_view(), name="newsroom_guide_of"),
        path("guide/<slug:guide>/<slug:language>/<slug:name>.png", picture, name="newsroom_guide_picture"),
    ]
