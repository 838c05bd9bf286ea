"""The glossary in the editors' interface."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from translating.glossary.models import GlossaryTerm


def _approved(term: GlossaryTerm) -> str:
    return ", ".join(str(one) for one in term.translations.all())


_approved.short_description = _("approved translation")  # type: ignore[attr-defined]  # as Django's admin reads it


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    menu_order = 220
    add_to_admin_menu = True
    list_display: Any = ["term", _approved, "note"]
    search_fields = ["term", "note"]
    search_backend_name = None
    inspect_view_enabled = False
