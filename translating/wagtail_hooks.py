"""What the translators' desk adds to the editors' interface."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

import translating.assignments.hooks
import translating.board.hooks
import translating.checks.hooks
import translating.comments.hooks
import translating.files.hooks
import translating.machine.hooks
import translating.memory.hooks
import translating.pictures.hooks
import translating.sections.hooks  # noqa: F401  (registering is the imports' effect)
from translating.addresses import moving
from translating.editor import views
from translating.editor.original import original
from translating.glossary import views as glossary
from translating.glossary.snippets import GlossaryViewSet
from translating.patches import placeholders

register_snippet(GlossaryViewSet)
hooks.register("before_edit_page", placeholders.edit_placeholder, order=-5)
hooks.register("construct_translated_pages_to_cascade_actions", moving.versions_to_move)
hooks.register("before_move_page", moving.move_with_one)
hooks.register("before_bulk_action", moving.move_with_many)


@hooks.register("register_admin_urls")
def _addresses() -> list[URLPattern]:
    return [
        path("translating/<int:translation_id>/", views.beside, name="translating_beside"),
        path("translating/<int:translation_id>/original/", original, name="translating_original"),
        path("translating/glossary/", glossary.take, name="translating_glossary_import"),
        path("translating/glossary/export/", glossary.export, name="translating_glossary_export"),
        path("translating/glossary/export/tbx/", glossary.export_tbx, name="translating_glossary_export_tbx"),
    ]
