"""The forms by which the office takes something down without a request."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page, Site

from designcity.images import DesignImage
from newsroom.notices.answering import path_below
from removals.takedowns.models import Status
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


class TakeDownPassageForm(TakeDownForm):
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
        for code, name in settings.LANGUAGES:
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("The same in: %(language)s") % {"language": name},
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Only where the address above is in another language. Empty: whole paragraphs go."),
            )
            self.fields[f"nothing_{code}"] = forms.BooleanField(
                label=_("Nothing of it is in: %(language)s") % {"language": name}, required=False
            )

    def target(self) -> Target:
        """Return the passage in its languages."""
        data = self.cleaned_data
        own = data["page"].locale.language_code
        others = [code for code, _name in settings.LANGUAGES if code != own]
        elsewhere = {code: "" for code in others if data[f"nothing_{code}"]}
        elsewhere |= {code: data[f"text_{code}"] for code in others if data[f"text_{code}"]}
        return Passage(data["page"].specific, data["text"], elsewhere)
