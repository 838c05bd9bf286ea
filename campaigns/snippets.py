"""The plan's records in the editors' interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from campaigns.plan import Action, Facility
from designcity.snippets import TranslatedViewSet


class ActionViewSet(TranslatedViewSet):
    model = Action
    icon = "tasks"
    list_display = ["name", "slug", "sort_order"]
    list_filter = ["locale"]


class FacilityViewSet(TranslatedViewSet):
    model = Facility
    icon = "cogs"
    list_display = ["name", "facility_kind", "sort_order"]
    list_filter = ["locale", "facility_kind"]


class PlanViewSetGroup(SnippetViewSetGroup):
    """The menu entry under which editors find the plan's actions, libraries and platforms."""

    items = (ActionViewSet, FacilityViewSet)
    menu_label = _("Design-city plan")
    menu_icon = "tasks"
    menu_order = 230
