"""Blocks that lead elsewhere."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

LINKS = _("Links and files")
TITLE = 160
"""Characters of the title of a file."""


class LinkValue(blocks.StructValue):
    """A link to a page of the site, in the reader's language where it exists, or to an address."""

    @property
    def url(self) -> str:
        """The address the link leads to; empty when the page is gone."""
        page = self.get("page")
        if page is not None:
            return str(page.localized.url or "")
        return str(self.get("address") or "")

    @property
    def words(self) -> str:
        """The link's own words, or the title of its page."""
        page = self.get("page")
        return str(self.get("label") or (page.localized.title if page is not None else ""))


class Link(blocks.StructBlock):
    """A page of the site or an address elsewhere, with words of its own if wanted."""

    label = blocks.CharBlock(
        label=pgettext_lazy("what is said", "Words"),
        required=False,
        max_length=80,
        help_text=_("Empty: the title of the page."),
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(label=_("Address elsewhere"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        """Require exactly one target, and words when the target is an address; a draft may wait for them."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            message = _("Choose a page or give an address: one of the two.")
            raise StructBlockValidationError({"page": ValidationError(message)})
        if cleaned["address"] and not cleaned["label"]:
            message = _("Say what the address is.")
            raise StructBlockValidationError({"label": ValidationError(message)})
        return cleaned


class Button(Link):
    """The one thing to do next."""

    class Meta:
        icon = "arrow-right"
        group = LINKS
        label = _("Button")
        template = "blocks/button.html"
        description = _("The one thing a reader should do next.")
        preview_value = {
            "label": pgettext_lazy("sample", "Contact us"),
            "page": None,
            "address": "https://example.org/",
        }


class Download(blocks.StructBlock):
    """A file with a title of its own."""

    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=TITLE, help_text=_("Empty: the title of the file.")
    )
    document = DocumentChooserBlock(label=_("File"))

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "blocks/download.html"
        description = _("A file to download, with its kind and size.")
        preview_template = "blocks/previews/download.html"

    def clean(self, value: Any) -> Any:
        """Take the title of the file over where none is given: here it is translated with the page."""
        cleaned = super().clean(value)
        if cleaned["document"] and not cleaned["title"]:
            cleaned["title"] = cleaned["document"].title[:TITLE]
        return cleaned


class Downloads(blocks.StructBlock):
    """A list of files."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    files = blocks.ListBlock(Download(), label=_("Files"), min_num=1)

    class Meta:
        icon = "download"
        group = LINKS
        label = _("Downloads")
        template = "blocks/downloads.html"
        preview_template = "blocks/previews/downloads.html"
        description = _("Files to download, each with its kind and size.")
