"""The directory's terms in the editors' interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from designcity.snippets import TranslatedViewSet
from institutions.terms import District, Field, InstitutionKind


class InstitutionKindViewSet(TranslatedViewSet):
    model = InstitutionKind
    icon = "group"
    list_display = ["name", "slug", "sort_order"]
    list_filter = ["locale"]


class FieldViewSet(TranslatedViewSet):
    model = Field
    icon = "pick"
    list_display = ["name", "slug", "sort_order"]
    list_filter = ["locale"]


class DistrictViewSet(TranslatedViewSet):
    model = District
    icon = "site"
    list_display = ["name", "slug", "sort_order"]
    list_filter = ["locale"]


class DirectoryTermsViewSetGroup(SnippetViewSetGroup):
    """The menu entry under which editors find the directory's terms."""

    items = (InstitutionKindViewSet, FieldViewSet, DistrictViewSet)
    menu_label = _("Directory terms")
    menu_icon = "group"
    menu_order = 220
