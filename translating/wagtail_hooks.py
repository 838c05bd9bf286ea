"""What the translators' desk adds to the editors' interface."""

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from translating.editor import views
from translating.glossary import views as glossary
from translating.glossary.snippets import GlossaryViewSet

register_snippet(GlossaryViewSet)


@hooks.register("register_admin_urls")
def _addresses() -> list[URLPattern]:
    return [
        path("translating/<int:translation_id>/", views.beside, name="translating_beside"),
        path("translating/glossary/", glossary.take, name="translating_glossary_import"),
        path("translating/glossary/export/", glossary.export, name="translating_glossary_export"),
    ]


@hooks.register("insert_global_admin_css")
def _style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("translating/css/editor.css"))
