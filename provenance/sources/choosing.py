"""Choosing a source in a form, or making one there, so that a writer never leaves the page."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Locale
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetCreateView,
)

from provenance.sources.models import Source


class NewSourceForm(forms.ModelForm):
    """What of a source is known while one writes; its permission is added by those who look after rights."""

    locale: Locale | None = None
    website = forms.URLField(label=_("website"), max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Source
        fields = ["name", "kind", "website"]

    def clean_name(self) -> str:
        """Refuse a name that stands in the list already, so that one source stays one record."""
        name: str = self.cleaned_data["name"].strip()
        self.instance.locale = self.locale or Locale.get_default()
        if Source.objects.in_locale(self.instance.locale).filter(name=name).exists():
            raise forms.ValidationError(_("There is a source of this name already: choose it from the list."))
        return name


class InOneLanguage:
    """Lists each source once where no language is asked for, as pictures have none; mixed into the views."""

    request: HttpRequest

    def get_object_list(self) -> Any:
        """Return the sources of which one is chosen."""
        sources: Any = super().get_object_list()  # type: ignore[misc]  # a mixin
        return sources if self.request.GET.get("locale") else sources.one_of_each()


class ChooseSourceView(InOneLanguage, ChooseView):
    """The list of sources as it is opened."""


class ChooseSourceResultsView(InOneLanguage, ChooseResultsView):
    """The list of sources as it is searched."""


class CreateSourceView(SnippetCreateView):
    """Makes a source in the language of the page that is being written."""

    def get_creation_form(self) -> Any:
        """Return the form, knowing the language that the chooser was opened in."""
        form = super().get_creation_form()
        form.locale = Locale.objects.filter(language_code=self.request.GET.get("locale", "")).first()
        return form

    def save_form(self, form: Any) -> Source:
        """Keep the source and say in its history who made it."""
        source: Source = super().save_form(form)
        log(instance=source, action="wagtail.create", user=self.request.user)
        return source


class SourceChooserViewSet(SnippetChooserViewSet):
    """Asks for the language of the page, in which sources are listed and made."""

    choose_one_text = _("Choose a source")
    choose_another_text = _("Choose another source")
    link_to_chosen_text = _("Edit this source")
    creation_tab_label = _("New source")
    create_action_label = _("Make the source and choose it")
    creation_form_class = NewSourceForm
    choose_view_class = ChooseSourceView
    choose_results_view_class = ChooseSourceResultsView
    create_view_class = CreateSourceView
    preserve_url_parameters = ["multiple", "locale"]
