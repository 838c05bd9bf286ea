"""To whom work is given, until when, with which words."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.utils import get_user_display_name

from designcity.times import today
from translating.assignments.models import Assignment
from translating.assignments.people import translators_into


class PersonField(forms.ModelChoiceField):
    """A choice of people by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(get_user_display_name(obj))


class AssignForm(forms.Form):
    """Asks for a person who may translate into all the languages of the work."""

    person = PersonField(label=_("Translator"), queryset=None)
    due_on = forms.DateField(
        label=pgettext_lazy("of translations", "Due"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        label=pgettext_lazy("of an assignment", "Note"),
        required=False,
        max_length=Assignment._meta.get_field("note").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the mail, on the board and on the translator’s home."),
    )

    def __init__(self, *args: Any, locale_ids: Collection[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.queryset = translators_into(locale_ids)

    def clean_due_on(self) -> Any:
        """Refuse a day that is over."""
        day = self.cleaned_data["due_on"]
        if day is not None and day < today():
            raise forms.ValidationError(_("This day is over: choose today or a later one."))
        return day
