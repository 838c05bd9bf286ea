"""What the translators' desk adds to the editors' interface."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

import translating.comments.hooks  # noqa: F401  (registering is the import's effect)
from translating.editor import views
from translating.editor.original import original
from translating.glossary import views as glossary
from translating.glossary.snippets import GlossaryViewSet

register_snippet(GlossaryViewSet)


@hooks.register("register_admin_urls")
def _addresses() -> list[URLPattern]:
    return [
        path("translating/<int:translation_id>/", views.beside, name="translating_beside"),
        path("translating/<int:translation_id>/original/", original, name="translating_original"),
        path("translating/glossary/", glossary.take, name="translating_glossary_import"),
        path("translating/glossary/export/", glossary.export, name="translating_glossary_export"),
    ]
