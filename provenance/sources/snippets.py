"""Sources in the editors' interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from designcity.snippets import TranslatedViewSet
from provenance.sources.choosing import SourceChooserViewSet
from provenance.sources.models import Source
from provenance.sources.permissions import PrivateFileInput


class SourceViewSet(TranslatedViewSet):
    model = Source
    icon = "openquote"
    list_display = ["name", "kind", "website", "permission_until"]
    list_filter = ["locale", "kind"]
    menu_order = 205
    add_to_admin_menu = True
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("website")]),
            MultiFieldPanel(
                [
                    FieldPanel("terms"),
                    FieldPanel("permission_file", widget=PrivateFileInput),
                    FieldPanel("permission_until"),
                ],
                heading=_("Permission"),
            ),
            FieldPanel("slug"),
            FieldPanel("sort_order"),
        ]
    )
    chooser_viewset_class = SourceChooserViewSet
