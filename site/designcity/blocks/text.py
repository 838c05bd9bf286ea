"""Blocks of words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

WORDS = pgettext_lazy("what is said", "Words")
FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class Heading(blocks.StructBlock):
    """A heading inside the body; the page's title is the first level, so these start at the second."""

    text = blocks.CharBlock(label=_("Text"), max_length=160)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", pgettext_lazy("level of a heading", "Section")), ("h3", _("Part of a section"))],
        default="h2",
        help_text=_("A part stands within the section before it; before the first section it counts as one."),
        search_index=False,
    )

    class Meta:
        icon = "title"
        group = WORDS
        label = _("Heading")
        template = "blocks/heading.html"
        description = _("Divides a long page, and gives screen readers a way through it.")
        title_part = "text"
        preview_value = {"text": pgettext_lazy("sample", "City of Design"), "level": "h2"}


class Text(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(features=FEATURES, **kwargs)

    def get_preview_value(self) -> Any:
        """Return the sample in the language of the moment: rich text takes nothing lazy."""
        return self.normalize(f"<p>{self.meta.preview_value}</p>")

    class Meta:
        icon = "pilcrow"
        group = WORDS
        label = _("Text")
        template = "blocks/text.html"
        description = _("Paragraphs with lists, links and emphasis.")
        preview_value = pgettext_lazy("sample", "Good design makes a city work better.")


class Quote(blocks.StructBlock):
    """Somebody's words and who said them."""

    text = blocks.TextBlock(
        label=pgettext_lazy("what is said", "Words"),
        help_text=_("Without quotation marks: the block sets the words apart."),
    )
    speaker = blocks.CharBlock(label=_("Speaker"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        group = WORDS
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Somebody's own words, with name and role.")
        preview_value = {
            "text": pgettext_lazy("sample", "First see how people use it."),
            "speaker": pgettext_lazy("sample", "Sample"),
            "role": pgettext_lazy("sample", "Designer"),
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
        preview_value = {
            "title": pgettext_lazy("sample", "Note"),
            "text": pgettext_lazy("sample", "Entries close on 1 June."),
        }


class Question(blocks.StructBlock):
    """A question as readers ask it, and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=FEATURES)

    class Meta:
        icon = "help"
        label = _("Question and answer")


class Questions(blocks.StructBlock):
    """Questions and answers, each answer behind its question."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    questions = blocks.ListBlock(Question(), label=_("Questions and answers"), min_num=1, max_num=30)

    def get_preview_value(self) -> Any:
        """Return the sample in the language of the moment: rich text takes nothing lazy."""
        sample = self.meta.preview_value
        answered = [one | {"answer": f"<p>{one['answer']}</p>"} for one in sample["questions"]]
        return self.normalize(sample | {"questions": answered})

    class Meta:
        icon = "help"
        group = WORDS
        label = _("Questions and answers")
        template = "blocks/questions.html"
        description = _("What readers ask, each answer behind its question: they open only what concerns them.")
        preview_value = {
            "title": pgettext_lazy("sample", "Questions"),
            "questions": [
                {
                    "question": pgettext_lazy("sample", "Who can take part?"),
                    "answer": pgettext_lazy("sample", "Everyone."),
                },
                {
                    "question": pgettext_lazy("sample", "Is there a fee?"),
                    "answer": pgettext_lazy("sample", "No."),
                },
            ],
        }
