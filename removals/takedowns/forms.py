"""The forms by which the office takes something down without a request."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page, Site

from designcity.images import DesignImage
from designcity.languages import language_name
from newsroom.notices.answering import path_below
from removals.takedowns.models import Status, Takedown
from removals.takedowns.targets import Passage, Target


def page_at(address: str) -> Page | None:
    """Return the page at a web address of the site, or below one of its languages."""
    path = path_below(Site.objects.filter(is_default_site=True).first(), urlsplit(address.strip()).path)
    if path is None:
        return None
    page: Page | None = Page.objects.filter(url_path=f"{path.rstrip('/')}/").first()
    return page


class PageByAddress(forms.CharField):
    """A page, named by its address: who looks after rights need not know the tree of pages."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Address of the page"),
            help_text=_("As it stands in the browser, in any language."),
            max_length=1000,
            **kwargs,
        )

    def clean(self, value: Any) -> Page:
        """Return the page; say so where there is none."""
        page = page_at(super().clean(value))
        if page is None:
            raise ValidationError(_("There is no page at this address."))
        return page


class TakeDownForm(forms.Form):
    """Why something is taken down."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the office only: who asked, and with what right."),
    )
    request_number = forms.CharField(
        label=_("Number of the request"),
        max_length=40,
        required=False,
        help_text=_("Shown to readers, where there is one."),
    )

    def target(self) -> Target:
        """Return what is to be taken down."""
        raise NotImplementedError


class TakeDownPageForm(TakeDownForm):
    """A whole page, and how its address answers."""

    page = PageByAddress()
    status = forms.TypedChoiceField(
        label=_("How its address answers"), choices=Status.choices, coerce=int, initial=Status.FOR_LEGAL_REASONS
    )
    field_order = ("page", "reason", "request_number", "status")

    def target(self) -> Target:
        """Return the page."""
        page: Page = self.cleaned_data["page"]
        return page


class TakeDownPictureForm(TakeDownForm):
    """A picture, wherever it is shown."""

    image = forms.ModelChoiceField(
        label=_("Picture"), queryset=DesignImage.objects.all(), widget=AdminImageChooser
    )
    field_order = ("image", "reason", "request_number")

    def target(self) -> Target:
        """Return the picture."""
        image: DesignImage = self.cleaned_data["image"]
        return image


class InOtherLanguages(forms.Form):
    """What a passage is called in other languages, where nothing but the office can tell."""

    def ask_in(self, codes: Iterable[str], help_text: Any) -> None:
        """Ask for the text in each of some languages, or for the word that there is none."""
        for code in codes:
            name = language_name(code)
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("The same in: %(language)s") % {"language": name},
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=help_text,
            )
            self.fields[f"nothing_{code}"] = forms.BooleanField(
                label=_("Nothing of it is in: %(language)s") % {"language": name}, required=False
            )

    def asked_in(self) -> list[str]:
        """Return the names of the fields, in their order."""
        return [name for name in self.fields if name.startswith(("text_", "nothing_"))]

    def elsewhere(self, own: str = "") -> dict[str, str]:
        """Return what was said, by language other than the passage's own; an empty text where there is none."""
        said: dict[str, str] = {}
        for name in self.asked_in():
            what, _underscore, code = name.partition("_")
            if code != own and self.cleaned_data[name]:
                said[code] = self.cleaned_data[name] if what == "text" else said.get(code, "")
        return said


class TakeDownPassageForm(InOtherLanguages, TakeDownForm):
    """A passage of a page, and what it is called in the other languages where that has to be said."""

    page = PageByAddress()
    text = forms.CharField(
        label=_("Passage"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Copied from the page as readers see it."),
    )
    field_order = ("page", "text", "reason", "request_number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [code for code, _name in settings.LANGUAGES]
        self.ask_in(
            codes, _("Only where the address above is in another language. Empty: whole paragraphs go.")
        )

    def target(self) -> Target:
        """Return the passage in its languages."""
        data = self.cleaned_data
        return Passage(data["page"].specific, data["text"], self.elsewhere(data["page"].locale.language_code))


class UndoForm(forms.Form):
    """Why something is online again, for whoever had asked for its removal."""

    words = forms.CharField(
        label=_("Message to the claimant"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The claimant gets it by e-mail and on the private page."),
    )

    def __init__(self, takedown: Takedown, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not takedown.is_for_somebody:
            del self.fields["words"]
