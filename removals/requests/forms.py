"""The form by which anybody asks for removal or correction, and the one for further messages."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from designcity.spam import GuardedForm
from removals.requests.correspondence import LONGEST_MESSAGE
from removals.requests.kinds import Kind, Right, Standing
from removals.requests.models import LONGEST_PASSAGE, LONGEST_STATEMENT
from removals.requests.uploads import FilesField

CHOOSE_AGAIN = _("The files were not kept, because something else is missing. Choose them again.")


class FilesForm(GuardedForm):
    """A guarded form with files, which a browser does not send again by itself."""

    evidence = FilesField(label=_("Evidence as files"))

    def full_clean(self) -> None:
        """Check everything, then say of files that were fine that they must be chosen again."""
        super().full_clean()
        sent = self.files.getlist("evidence") if self.is_bound else []
        if sent and self.errors and "evidence" not in self.errors:
            self.add_error("evidence", ValidationError(CHOOSE_AGAIN))


class RequestForm(FilesForm):
    """Who asks, what for, on what right, about what."""

    kind = forms.ChoiceField(label=_("What do you ask for?"), choices=Kind.choices, widget=forms.RadioSelect)
    address = forms.CharField(
        label=_("Address of the page"),
        max_length=1000,
        help_text=_("As it stands in your browser’s address bar."),
    )
    passage = forms.CharField(
        label=_("Which passage or picture?"),
        required=False,
        max_length=LONGEST_PASSAGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Copy the words, or describe the picture. Empty: the whole page."),
    )
    right = forms.ChoiceField(
        label=_("Which right is concerned?"), choices=Right.choices, widget=forms.RadioSelect
    )
    statement = forms.CharField(
        label=_("What is wrong, and why?"),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Say what shows that the right is yours, such as where it was published first."),
    )
    standing = forms.ChoiceField(
        label=_("For whom do you ask?"), choices=Standing.choices, widget=forms.RadioSelect
    )
    owner = forms.CharField(
        label=_("Whose right is it?"),
        required=False,
        max_length=200,
        help_text=_("Only if you ask for somebody else."),
    )
    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    organisation = forms.CharField(
        label=_("Organisation"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We send the number of your request and our answers there."),
    )
    phone = forms.CharField(
        label=_("Phone"),
        required=False,
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    consent = forms.BooleanField(
        label=_(
            "What I state is true. The office may keep it until the request is settled and the term is over."
        )
    )
    field_order = (
        "kind",
        "address",
        "passage",
        "right",
        "statement",
        "evidence",
        "standing",
        "owner",
        "name",
        "organisation",
        "email",
        "phone",
        "consent",
    )

    def __init__(
        self, *args: Any, names_page: bool = False, names_picture: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if names_page:
            del self.fields["address"]
        if names_picture:
            del self.fields["passage"]

    def clean(self) -> dict[str, Any]:
        """Ask for the owner of the right where somebody speaks for another."""
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("standing") == Standing.ON_BEHALF
            and not cleaned.get("owner")
            and "owner" not in self.errors
        ):
            self.add_error("owner", ValidationError(_("Say for whom you ask."), code="required"))
        return cleaned


class MessageForm(FilesForm):
    """A further message of the claimant, with files if need be."""

    text = forms.CharField(
        label=_("Your message"), max_length=LONGEST_MESSAGE, widget=forms.Textarea(attrs={"rows": 5})
    )
    field_order = ("text", "evidence")
