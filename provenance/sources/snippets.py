"""Sources in the editors' interface."""

from wagtail.snippets.views.snippets import SnippetViewSet

from provenance.sources.choosing import SourceChooserViewSet
from provenance.sources.models import Source


class SourceViewSet(SnippetViewSet):
    model = Source
    icon = "openquote"
    list_display = ["name", "kind", "website", "permission_until"]
    list_filter = ["locale", "kind"]
    menu_order = 205
    add_to_admin_menu = True
    chooser_viewset_class = SourceChooserViewSet
