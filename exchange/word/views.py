"""The form that takes a Word file."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from exchange.refusals import Refused
from exchange.views import IntoSection
from exchange.word.bringing import bring

SUFFIX = ".docx"


class WordForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=_("Word file"),
        help_text=_("A file that ends in .docx, from Word, WPS or LibreOffice; at most 30 MB."),
        widget=forms.FileInput(attrs={"accept": SUFFIX}),
        validators=[
            FileExtensionValidator(
                ["docx"], _("This is no Word file: save it as “Word document (.docx)” first.")
            )
        ],
    )


class FromWord(IntoSection):
    """Makes a draft of a Word file and opens it."""

    form_class = WordForm
    template_name = "exchange/word.html"
    page_title = _("From a Word file")
    header_icon = "doc-full"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"section": self.section}

    def form_valid(self, form: WordForm) -> HttpResponse:
        """Open the draft, or say why there is none."""
        try:
            page = bring(form.cleaned_data["file"], self.section, self.request.user)
        except Refused as refused:
            form.add_error("file", str(refused))
            return self.form_invalid(form)
        messages.success(self.request, _("The draft has been made. Nothing is published yet."))
        return redirect("wagtailadmin_pages:edit", page.pk)
