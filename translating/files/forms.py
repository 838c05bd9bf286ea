"""The forms by which files go out and come in."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale, Page

from designcity.languages import language_name
from translating.assignments.people import Duties
from translating.files.choosing import Scope, pairs
from translating.files.formats import MOST_BYTES, Format, read
from translating.files.sheets import Sheet, Unreadable


class OutForm(forms.Form):
    """What goes into a file, and into which."""

    languages = forms.ChoiceField(label=gettext_lazy("Languages"))
    scope = forms.ChoiceField(
        label=gettext_lazy("What"),
        choices=Scope,
        help_text=gettext_lazy(
            "“All” holds records such as categories too; pages nobody has begun to translate come along."
        ),
    )
    page = forms.ModelChoiceField(
        label=gettext_lazy("Page"),
        queryset=Page.objects.filter(depth__gt=1),
        required=False,
        widget=AdminPageChooser(),
        help_text=gettext_lazy("For one page or a section: in either language."),
    )
    format = forms.ChoiceField(label=pgettext_lazy("of a file", "Format"), choices=Format)
    only_open = forms.BooleanField(
        label=gettext_lazy("Only sentences without a translation"),
        required=False,
        help_text=gettext_lazy("Otherwise the whole text goes along: a translator sees what stands around."),
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        """Offer the languages into which the user translates."""
        super().__init__(*args, **kwargs)
        into = Duties(user).translates
        self.pairs = {f"{one.pk}-{other.pk}": (one, other) for one, other in pairs() if other.pk in into}
        self.fields["languages"].choices = [(key, _named(*pair)) for key, pair in self.pairs.items()]  # type: ignore[attr-defined]

    def clean_languages(self) -> tuple[Locale, Locale]:
        """Return from which language into which."""
        return self.pairs[self.cleaned_data["languages"]]

    def clean(self) -> dict[str, Any]:
        """Require a page where one is meant."""
        cleaned = super().clean() or {}
        if cleaned.get("scope") != Scope.ALL and not cleaned.get("page") and "page" not in self.errors:
            self.add_error("page", _("Choose the page."))
        return cleaned


class InForm(forms.Form):
    """A file that came back, of any format."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "XLIFF 1.2 or 2.0, PO, or a ZIP archive of them. You see what it does before it is taken over."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.po,.zip"}),
    )

    def clean_file(self) -> list[Sheet]:
        """Return what stands in the file, or say why it cannot be read."""
        file = self.cleaned_data["file"]
        try:
            return read(file.read(MOST_BYTES + 1))
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def name(self) -> str:
        """What the file is called."""
        return str(getattr(self.files["file"], "name", "") or "")


def _named(source: Locale, target: Locale) -> str:
    return f"{language_name(source.language_code)} → {language_name(target.language_code)}"
