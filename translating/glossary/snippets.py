"""The glossary in the editors' interface."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from translating.glossary.models import GlossaryTerm


class GlossaryIndexView(IndexView):
    """The list, with the way to take a table over."""

    @property
    def header_more_buttons(self) -> list[Button]:
        """Offer the import and the export beside what every list offers."""
        more = [
            Button(_("Import"), url=reverse("translating_glossary_import"), icon_name="upload", priority=90),
            Button(_("Export"), url=reverse("translating_glossary_export"), icon_name="download", priority=91),
            Button(
                _("Export as TBX"),
                url=reverse("translating_glossary_export_tbx"),
                icon_name="download",
                priority=92,
            ),
        ]
        return [*super().header_more_buttons, *more]


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    menu_order = 220
    index_view_class = GlossaryIndexView
    add_to_admin_menu = True
    list_display = ["term", "approved_forms", "note"]
    search_fields = ["term", "note"]
    search_backend_name = None
    inspect_view_enabled = False
