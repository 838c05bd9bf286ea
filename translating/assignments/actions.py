"""What is done with lines of the board, one or many: assign them, take them, give them back."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.bulk_action import BulkAction

from translating.assignments.assigning import assign, give_back, take
from translating.assignments.forms import AssignForm
from translating.assignments.people import Duties
from translating.board.filters import StatusFilters
from translating.board.models import TranslationStatus
from translating.board.states import State


class BoardAction(BulkAction):
    """Does something with the chosen lines that the user may do it with; the others are named and left."""

    models: ClassVar[list[Any]] = [TranslationStatus]
    template_name = "translating/assignments/action.html"
    question: Any = ""
    button: Any = ""

    @cached_property
    def duties(self) -> Duties:
        """What the user may do."""
        return Duties(self.request.user)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """Return what the board shows with the filters and the search that are set."""
        every = TranslationStatus.objects.all()
        found = StatusFilters(self.request.GET, queryset=every, request=self.request).qs
        return found.filter(title__icontains=self.request.GET.get("q", "")).values_list("pk", flat=True)

    @classmethod
    def get_queryset(cls, model: Any, object_ids: Any) -> QuerySet:
        keys = [key for key in object_ids if str(key).isdecimal()]
        return TranslationStatus.objects.filter(pk__in=keys).select_related("assignment", "locale")

    def check_perm(self, obj: Any) -> bool:
        """Whether the user may do it with a line; nothing is to be done with what is live."""
        return bool(obj.state != State.LIVE and self.may(obj))

    def may(self, status: TranslationStatus) -> bool:
        """Whether the user may do it with a line that is not live."""
        raise NotImplementedError

    def prepare_action(self, objects: Any, objects_without_access: Any) -> HttpResponse | None:
        """Say so where nothing is left to do it with: somebody else was quicker, or it is not the user's."""
        if objects:
            return None
        messages.error(self.request, _("Nothing was changed: it is live, or not yours to decide about."))
        return redirect(self.next_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"action": self, "question": self.question, "button": self.button}


class AssignAction(BoardAction):
    """Gives work to somebody."""

    display_name = gettext_lazy("Assign")
    aria_label = gettext_lazy("Assign the chosen translations")
    action_type = "assign"
    action_priority = 10
    form_class = AssignForm
    question = gettext_lazy("Who translates this?")
    button = gettext_lazy("Assign")

    def may(self, status: TranslationStatus) -> bool:
        return status.locale_id in self.duties.assigns

    def get_form_kwargs(self) -> dict[str, Any]:
        chosen, _others = self.get_actionable_objects()
        return super().get_form_kwargs() | {"locale_ids": {status.locale_id for status in chosen}}

    def get_execution_context(self) -> dict[str, Any]:
        return {"by": self.request.user, **self.cleaned_form.cleaned_data}

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        return assign(objects, **kwargs), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        person = get_user_display_name(self.cleaned_form.cleaned_data["person"])
        said = ngettext(
            "%(count)s translation is assigned to %(person)s.",
            "%(count)s translations are assigned to %(person)s.",
            num_parent_objects,
        )
        return said % {"count": num_parent_objects, "person": person}


class TakeAction(BoardAction):
    """Makes work the user's own."""

    display_name = gettext_lazy("I take it")
    aria_label = gettext_lazy("Take the chosen translations")
    action_type = "take"
    action_priority = 20
    question = gettext_lazy("Will you translate this?")
    button = gettext_lazy("I take it")

    def may(self, status: TranslationStatus) -> bool:
        return status.locale_id in self.duties.translates and getattr(status, "assignment", None) is None

    def get_execution_context(self) -> dict[str, Any]:
        return {"person": self.request.user}

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        return take(objects, **kwargs), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        said = ngettext(
            "%(count)s translation is yours now.",
            "%(count)s translations are yours now.",
            num_parent_objects,
        )
        return said % {"count": num_parent_objects}


class GiveBackAction(BoardAction):
    """Makes work nobody's."""

    display_name = gettext_lazy("Give back")
    aria_label = gettext_lazy("Give the chosen translations back")
    action_type = "give_back"
    action_priority = 30
    question = gettext_lazy("Shall nobody have this any more?")
    button = gettext_lazy("Give back")

    def may(self, status: TranslationStatus) -> bool:
        assignment = getattr(status, "assignment", None)
        if assignment is None:
            return False
        return assignment.person == self.request.user or status.locale_id in self.duties.assigns

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        return give_back(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        said = ngettext(
            "Nobody has %(count)s translation now.",
            "Nobody has %(count)s translations now.",
            num_parent_objects,
        )
        return said % {"count": num_parent_objects}


ACTIONS = (AssignAction, TakeAction, GiveBackAction)
