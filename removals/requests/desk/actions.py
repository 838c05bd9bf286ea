"""What officers do with a request: each button returns to its overview, with what was done or why not."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import FormView, View
from wagtail.admin import messages

from removals.requests import handling
from removals.requests.desk.access import ForOfficers
from removals.requests.desk.forms import AnswerForm, AssignForm, DeadlineForm, GrantForm, MoveForm, NoteForm
from removals.requests.desk.overview import DeskPage, Overview
from removals.requests.kinds import Scope, State
from removals.requests.models import RemovalRequest


class Action(ForOfficers, View):
    """Does something with a request; a form with errors is shown again with all that was written."""

    only_handling = True
    http_method_names = ["get", "head", "post"]
    name = ""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Lead whoever opens the address of a button to the request."""
        return redirect("removals_request", pk)

    def form(self, asked: RemovalRequest, data: Any) -> forms.Form:
        """Return the form that was sent."""
        raise NotImplementedError

    def carry_out(self, asked: RemovalRequest, cleaned: dict[str, Any]) -> str:
        """Do it and return what to say; raises Refused."""
        raise NotImplementedError

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Say what was done, or why not."""
        asked = get_object_or_404(RemovalRequest, pk=pk)
        form = self.form(asked, request.POST)
        if form.is_valid() and self._is_done(asked, form):
            return redirect(asked.desk_path)
        return self._shown_again(request, pk, form)

    def _is_done(self, asked: RemovalRequest, form: forms.Form) -> bool:
        try:
            messages.success(self.request, self.carry_out(asked, form.cleaned_data))
        except handling.Refused as refused:
            form.add_error(None, str(refused))
            return False
        return True

    def _shown_again(self, request: HttpRequest, pk: int, form: forms.Form) -> HttpResponseBase:
        for error in form.non_field_errors():
            messages.error(request, error)
        if form.errors.keys() - {"__all__"}:
            messages.error(request, _("Nothing was changed: see what is missing below."))
        view = Overview(wrong={f"{self.name}_form": form})
        view.setup(request, pk=pk)
        return view.get(request, pk=pk)


class Answer(Action):
    """Writes to the claimant."""

    name = "answer"

    def form(self, asked: RemovalRequest, data: Any) -> forms.Form:
        return AnswerForm(data, prefix=self.name)

    def carry_out(self, asked: RemovalRequest, cleaned: dict[str, Any]) -> str:
        handling.answer(asked, cleaned["text"], self.request.user)
        return _("Your message is on its way to the claimant.")


class Note(Action):
    """Writes a note."""

    name = "note"

    def form(self, asked: RemovalRequest, data: Any) -> forms.Form:
        return NoteForm(data, prefix=self.name)

    def carry_out(self, asked: RemovalRequest, cleaned: dict[str, Any]) -> str:
        handling.note(asked, cleaned["text"], self.request.user)
        return _("The note is kept.")


class Assign(Action):
    """Makes the request somebody's."""

    name = "assign"

    def form(self, asked: RemovalRequest, data: Any) -> forms.Form:
        return AssignForm(data, prefix=self.name)

    def carry_out(self, asked: RemovalRequest, cleaned: dict[str, Any]) -> str:
        handling.assign(asked, cleaned["officer"], self.request.user)
        return _("The request is assigned.") if cleaned["officer"] else _("The request is nobody’s now.")


class SetDeadline(Action):
    """Sets another deadline."""

    name = "deadline"

    def form(self, asked: RemovalRequest, data: Any) -> forms.Form:
        return DeadlineForm(data, prefix=self.name)

    def carry_out(self, asked: RemovalRequest, cleaned: dict[str, Any]) -> str:
        handling.set_deadline(asked, cleaned["day"], self.request.user)
        return _("The deadline is set.")


class Move(Action):
    """Brings the request into another state."""

    name = "move"

    def form(self, asked: RemovalRequest, data: Any) -> forms.Form:
        return MoveForm(asked, data, prefix=self.name)

    def carry_out(self, asked: RemovalRequest, cleaned: dict[str, Any]) -> str:
        state = State(cleaned["state"])
        handling.move(asked, state, self.request.user, cleaned["words"])
        return _("The request is “{state}” now.").format(state=state.label)


class Grant(DeskPage, FormView):
    """Asks what is taken down, and takes it down."""

    only_handling = True
    template_name = "removals/requests/desk/grant.html"
    form_class = GrantForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"asked": self.asked, "officer": self.request.user}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask, unless it can no longer be granted."""
        if State.GRANTED not in self.asked.next_states or self.asked.is_closed:
            messages.error(request, _("The request cannot be granted any more."))
            return redirect(self.asked.desk_path)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form: GrantForm) -> HttpResponse:
        """Grant it, or say why that cannot be."""
        cleaned = form.cleaned_data
        try:
            handling.grant(
                self.asked,
                Scope(cleaned["scope"]),
                self.request.user,
                cleaned["words"],
                cleaned["reason"],
                cleaned.get("passage", ""),
                form.elsewhere(),
            )
        except handling.Refused as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form)
        messages.success(self.request, _("The request is granted."))
        return redirect(self.asked.desk_path)


ACTIONS: dict[str, Callable[..., HttpResponseBase]] = {
    action.name: action.as_view() for action in (Answer, Note, Assign, SetDeadline, Move)
}
