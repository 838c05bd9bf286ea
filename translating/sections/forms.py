"""What is to be done to the pages of a section, and in which languages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from designcity.languages import language_name
from newsroom.roles.languages import TRANSLATE, languages_of
from translating.sections.models import Kind


class LanguagesField(forms.ModelMultipleChoiceField):
    """Languages by their names in the editor's words."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Locale) -> str:
        return str(language_name(obj.language_code))


class SectionForm(forms.Form):
    """The work, the user's languages, and whether what is translated in full goes live at once."""

    kind = forms.ChoiceField(
        label=_("What is to be done"),
        choices=[
            (Kind.SUBMIT, _("Submit the pages that are not submitted yet for translation")),
            (Kind.SYNC, _("Bring what has changed in the originals to the translators")),
        ],
        initial=Kind.SUBMIT,
        widget=forms.RadioSelect,
    )
    publishes = forms.BooleanField(
        label=_("Publish live translations that are complete"),
        required=False,
        help_text=_(
            "Only with the changes of the originals: dates and pictures follow at once where no new words wait."
        ),
    )

    def __init__(self, section: Page, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Locale.objects.exclude(pk=section.locale_id)
        if (languages := languages_of(user, TRANSLATE)) is not None:
            others = others.filter(language_code__in=languages)
        self.fields["locales"] = LanguagesField(label=_("Languages"), queryset=others, initial=others)
