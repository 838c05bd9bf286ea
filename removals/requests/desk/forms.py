"""The forms with which officers handle a request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from removals.requests import deciding
from removals.requests.correspondence import LONGEST_MESSAGE
from removals.requests.kinds import Scope, State
from removals.requests.mails import officers
from removals.requests.models import LONGEST_PASSAGE, RemovalRequest
from removals.takedowns.forms import InOtherLanguages


def _words(label: Any, required: bool = True, rows: int = 4, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


class AnswerForm(forms.Form):
    """A message to the claimant."""

    text = _words(
        _("Message to the claimant"), help_text=_("The claimant gets it by e-mail and on the private page.")
    )


class NoteForm(forms.Form):
    """A note for the other officers."""

    text = _words(_("Note for the office"), rows=3, help_text=_("The claimant never sees it."))


class OfficerField(forms.ModelChoiceField):
    """A choice of officers by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(get_user_display_name(obj))


class AssignForm(forms.Form):
    """Whose request it is."""

    officer = OfficerField(label=_("Assigned to"), queryset=None, required=False, empty_label=_("Nobody yet"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users = officers()
        field: Any = self.fields["officer"]
        field.queryset = (
            type(users[0])._default_manager.filter(pk__in=[user.pk for user in users]) if users else None
        )


class DeadlineForm(forms.Form):
    """By which day the office answers."""

    day = forms.DateField(
        label=_("Deadline"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class MoveForm(forms.Form):
    """Another state, with words for the claimant; whoever is refused or waited for is told why."""

    state = forms.ChoiceField(label=_("New state"))
    words = _words(_("Message to the claimant"), required=False)

    def __init__(self, request: RemovalRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What is granted has a page of its own: it takes something down.
        steps = [state for state in request.next_states if state != State.GRANTED]
        field: Any = self.fields["state"]
        field.choices = [(state.value, state.label) for state in steps]

    def clean(self) -> dict[str, Any]:
        """Ask for words where the claimant must learn something."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("state") in WITH_WORDS and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Tell the claimant why, or what you need."))
        return cleaned


WITH_WORDS = (State.WAITING, State.DECLINED, State.UNDONE)


class GrantForm(InOtherLanguages):
    """What is taken down, why, and what the claimant is told."""

    scope = forms.ChoiceField(label=_("What is taken down?"), widget=forms.RadioSelect)
    passage = forms.CharField(
        label=_("Exact words of the passage"),
        required=False,
        max_length=LONGEST_PASSAGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As they stand on the page; only for one passage."),
    )
    reason = forms.CharField(
        label=_("Reason, for the record"),
        max_length=200,
        help_text=_("It stays when the claimant’s data is deleted: name nobody."),
    )
    words = _words(_("Message to the claimant"), required=False)

    def __init__(self, asked: RemovalRequest, officer: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["scope"]
        scopes = deciding.scopes(asked, officer)
        field.choices = [(scope.value, scope.label) for scope in scopes]
        self.fields["passage"].initial = asked.passage
        self.fields["reason"].initial = asked.get_right_display()
        if Scope.PASSAGE in scopes:
            self.ask_in(deciding.other_languages(asked), _("Only for one passage. Empty: whole paragraphs go."))
        else:
            del self.fields["passage"]
        self.order_fields(["scope", "passage", *self.asked_in(), "reason", "words"])

    def clean(self) -> dict[str, Any]:
        """Ask for the words of a passage that is taken down."""
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("scope") == Scope.PASSAGE
            and not cleaned.get("passage")
            and "passage" not in self.errors
        ):
            self.add_error("passage", _("Give the exact words of the passage."))
        return cleaned
