"""Blocks that only campaigns have."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class Milestone(blocks.StructBlock):
    """A day on the campaign's timeline."""

    date = blocks.DateBlock(label=_("Date"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "calendar-check"
        label = _("Milestone")
        template = "campaigns/blocks/milestone.html"
        description = _("A day on the timeline and what happens on it.")
        preview_value = {"date": "2026-01-10", "title": "启动 Start", "text": ""}
