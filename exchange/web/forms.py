"""The two forms by which a page of the web comes in: what to look at, and what to make of it."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from exchange.refusals import Refused
from exchange.web import reading
from exchange.web.bringing import Confirmed
from exchange.web.fetching import PUBLIC
from exchange.web.guard import Guard
from exchange.web.reading import WebText
from exchange.web.sources import proposed_name, recognised
from news.index import NewsIndexPage
from provenance.models import Source

SALT = "exchange.web"
SECONDS_TO_CONFIRM = 24 * 60 * 60


class AskForm(forms.Form):
    """An address, or the page itself."""

    address = forms.URLField(
        label=_("Address of the page"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("As the browser shows it."),
    )
    html = forms.CharField(
        label=_("Or the page itself"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Paste its HTML where the site lets nobody fetch it; the address above helps to find its pictures."
        ),
    )

    def __init__(self, *args: Any, guard: Guard = PUBLIC, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._guard = guard

    def clean(self) -> dict[str, Any]:
        """Get the article as `text`, or say why there is none."""
        data: dict[str, Any] = super().clean() or {}
        address, html = data.get("address") or "", data.get("html") or ""
        if not self.errors and not address and not html.strip():
            raise ValidationError(_("Give an address, or paste the page."))
        if not self.errors:
            try:
                data["text"] = (
                    reading.pasted(html, address) if html.strip() else reading.at(address, self._guard)
                )
            except Refused as refused:
                raise ValidationError(str(refused)) from refused
        return data


class ConfirmForm(forms.Form):
    """What was found, to be corrected; the text itself comes back as it was handed out."""

    packed = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Headline"), max_length=255)
    date = forms.DateField(label=_("Date"), widget=AdminDateInput)
    author = forms.CharField(label=_("Author"), required=False, max_length=120)
    source = forms.ModelChoiceField(
        label=pgettext_lazy("of an article", "Source"),
        required=False,
        queryset=Source.objects.none(),
        empty_label="–",
    )
    new_source = forms.CharField(
        label=_("Or a new source"),
        required=False,
        max_length=120,
        help_text=_("It is kept under this name together with the draft; empty: none is made."),
    )

    def __init__(self, *args: Any, section: NewsIndexPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["source"]
        own = Source.objects.in_locale(section.locale)
        field.queryset = own if own.exists() else Source.objects.originals()

    @classmethod
    def of(cls, text: WebText, section: NewsIndexPage) -> "ConfirmForm":
        """Return the form filled in with what was found."""
        known = recognised(text, section.locale)
        initial = {
            "packed": signing.dumps(vars(text), salt=SALT, compress=True),
            "title": text.title,
            "date": text.day or timezone.localdate(),
            "author": text.author,
            "source": known,
            "new_source": "" if known else proposed_name(text),
        }
        return cls(initial=initial, section=section)

    def clean_packed(self) -> WebText:
        """Return the text that was handed out, and nothing else."""
        try:
            found = signing.loads(self.cleaned_data["packed"], salt=SALT, max_age=SECONDS_TO_CONFIRM)
        except signing.BadSignature as bad:
            raise ValidationError(_("This page was looked at too long ago: bring it in anew.")) from bad
        return WebText(**found)

    def clean(self) -> dict[str, Any]:
        """Take one source: that which was chosen goes before a new name."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("source"):
            data["new_source"] = ""
        return data

    def confirmed(self) -> Confirmed:
        """Return what was confirmed."""
        data = self.cleaned_data
        return Confirmed(data["title"], data["date"], data["author"], data["source"], data["new_source"])
