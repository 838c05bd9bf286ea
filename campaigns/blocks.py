"""Blocks that only campaigns and the city's milestones have."""

import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from designcity import dated
from designcity.blocks.media import PictureIfAny
from designcity.pictures.chooser import PictureChooserBlock


class MilestoneValue(blocks.StructValue):
    """A milestone, with its date as much of it is known."""

    @property
    def date_in_words(self) -> str:
        """The date as readers write it."""
        return dated.in_words(self["date"], self._precision)

    @property
    def date_for_machines(self) -> str:
        """The date as HTML's `datetime` attribute takes it."""
        return dated.for_machines(self["date"], self._precision)

    @property
    def _precision(self) -> str:
        return str(self.get("precision") or dated.Precision.DAY.value)


class Milestone(blocks.StructBlock):
    """A day on the campaign's timeline."""

    date = blocks.DateBlock(label=_("Date"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "calendar-check"
        label = _("Milestone")
        value_class = MilestoneValue
        template = "campaigns/blocks/milestone.html"
        description = _("A day on the timeline and what happens on it.")
        preview_value = {
            "date": datetime.date(2026, 1, 10),
            "title": pgettext_lazy("sample", "Start"),
            "text": "",
        }


class CityMilestone(PictureIfAny):
    """What happened in the city on a day, in a month or in a year."""

    date = blocks.DateBlock(
        label=_("Date"), help_text=_("Where only the year or the month is known, take its first day.")
    )
    precision = blocks.ChoiceBlock(
        label=_("What is known of the date"),
        choices=dated.Precision.choices,
        default=dated.Precision.DAY,
        search_index=False,
    )
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False)
    image = PictureChooserBlock(label=_("Picture"), required=False)
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    page = blocks.PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("Where the site says more: an institution, a campaign or an article."),
    )

    class Meta:
        icon = "calendar-check"
        label = _("Milestone of the city")
        value_class = MilestoneValue
        template = "campaigns/blocks/city_milestone.html"
        picture_shape = "milestone"
        description = _("What happened, and when: on a day, in a month or in a year.")
        preview_value = {
            "date": datetime.date(2026, 1, 1),
            "precision": "year",
            "title": pgettext_lazy("sample", "Joining a network"),
            "text": "",
            "image": None,
            "alt_text": "",
            "page": None,
        }
