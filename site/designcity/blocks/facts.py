"""Blocks that show facts at a glance."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

FACTS = _("Facts")


class Fact(blocks.StructBlock):
    """A label and what it stands for."""

    label = blocks.CharBlock(label=_("Label"), max_length=60)
    text = blocks.CharBlock(label=_("Text"), max_length=255)


class AtAGlance(blocks.StructBlock):
    """The who, when and where of a page in a short list."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    facts = blocks.ListBlock(Fact(), label=_("Facts"), min_num=1, max_num=10)

    class Meta:
        icon = "list-ul"
        group = FACTS
        label = _("At a glance")
        template = "blocks/at_a_glance.html"
        description = _("The who, when and where in a short list.")
        preview_value = {
            "title": pgettext_lazy("sample", "At a glance"),
            "facts": [
                {"label": pgettext_lazy("sample", "When"), "text": pgettext_lazy("sample", "10 January")}
            ],
        }


class Figure(blocks.StructBlock):
    """A number with its unit and what it counts."""

    number = blocks.CharBlock(label=_("Number"), max_length=20)
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)


class Figures(blocks.StructBlock):
    """A few large numbers."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    figures = blocks.ListBlock(Figure(), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        group = FACTS
        label = _("Figures")
        template = "blocks/figures.html"
        description = _("One to six large numbers with what they count.")
        preview_value = {
            "title": "",
            "figures": [
                {"number": "5", "label": pgettext_lazy("sample", "actions")},
                {"number": "8", "label": pgettext_lazy("sample", "platforms")},
            ],
        }


class Step(blocks.StructBlock):
    """One step of a procedure."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)


class Steps(blocks.StructBlock):
    """A procedure in numbered steps."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    steps = blocks.ListBlock(Step(), label=_("Steps"), min_num=2, max_num=12)

    class Meta:
        icon = "list-ol"
        group = FACTS
        label = _("Steps")
        template = "blocks/steps.html"
        description = _("What to do, one numbered step after the other.")
        preview_value = {
            "title": pgettext_lazy("sample", "How to take part"),
            "steps": [
                {
                    "title": pgettext_lazy("sample", "Register"),
                    "text": pgettext_lazy("sample", "Fill in the form."),
                },
                {
                    "title": pgettext_lazy("sample", "Submit"),
                    "text": pgettext_lazy("sample", "Upload your work."),
                },
            ],
        }


class Moment(blocks.StructBlock):
    """A point on a timeline."""

    when = blocks.CharBlock(
        label=_("When"), max_length=60, help_text=_("A year, a month or a day, as readers should see it.")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False)


class Timeline(blocks.StructBlock):
    """What happened, one point after the other."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    moments = blocks.ListBlock(Moment(), label=_("Points in time"), min_num=2, max_num=40)

    class Meta:
        icon = "history"
        group = FACTS
        label = _("Timeline")
        template = "blocks/timeline.html"
        description = _("What happened and when, in the order of time: a history at one look.")
        preview_value = {
            "title": pgettext_lazy("sample", "Timeline"),
            "moments": [
                {"when": "2019", "title": pgettext_lazy("sample", "First design week"), "text": ""},
                {
                    "when": "2023",
                    "title": pgettext_lazy("sample", "Joined the network"),
                    "text": pgettext_lazy("sample", "A City of Design."),
                },
            ],
        }
