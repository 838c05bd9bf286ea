"""Blocks of words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

WORDS = pgettext_lazy("what is said", "Words")


class Heading(blocks.StructBlock):
    """A heading inside the body; the page's title is the first level, so these start at the second."""

    text = blocks.CharBlock(label=_("Text"), max_length=160)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", pgettext_lazy("level of a heading", "Section")), ("h3", _("Part of a section"))],
        default="h2",
    )

    class Meta:
        icon = "title"
        group = WORDS
        label = _("Heading")
        template = "blocks/heading.html"
        description = _("Divides a long page, and gives screen readers a way through it.")
        preview_value = {"text": "设计之都 City of Design", "level": "h2"}

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return the heading's words; the name of its level is no word of the page."""
        return [str(value["text"])]


class Text(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(features=["bold", "italic", "link", "document-link", "ol", "ul"], **kwargs)

    class Meta:
        icon = "pilcrow"
        group = WORDS
        label = _("Text")
        template = "blocks/text.html"
        description = _("Paragraphs with lists, links and emphasis.")
        preview_value = "<p>好的设计，让城市更好用。</p><p>Good design makes a city work better.</p>"


class Quote(blocks.StructBlock):
    """Somebody's words and who said them."""

    text = blocks.TextBlock(label=pgettext_lazy("what is said", "Words"))
    speaker = blocks.CharBlock(label=_("Speaker"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        group = WORDS
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Somebody's own words, with name and role.")
        preview_value = {
            "text": "先看人怎么用，再谈好不好看。 First see how people use it.",
            "speaker": "示例 Sample",
            "role": "设计师 Designer",
        }


class CallOut(blocks.StructBlock):
    """A short passage that a reader must not miss."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        group = WORDS
        label = _("Call-out")
        template = "blocks/call_out.html"
        description = _("A short passage that a reader must not miss.")
        preview_value = {"title": "请注意 Note", "text": "报名于六月一日截止。 Entries close on 1 June."}
