"""Blocks that only institutions have."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks


class Service(blocks.StructBlock):
    """Something that an institution offers."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "clipboard-list"
        label = _("Service")
        template = "institutions/blocks/service.html"
        description = _("Something that the institution offers, and for whom.")
        preview_value = {
            "name": pgettext_lazy("sample", "Design advice"),
            "text": pgettext_lazy("sample", "For small companies."),
        }
