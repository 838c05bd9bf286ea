"""Blocks of people, and of what they do when."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from designcity.blocks.media import PictureIfAny
from designcity.pictures.chooser import PictureChooserBlock

PEOPLE = _("People and programme")


class Person(PictureIfAny):
    """Somebody with name, role and portrait."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)
    organisation = blocks.CharBlock(label=_("Organisation"), required=False, max_length=160)
    image = PictureChooserBlock(label=_("Portrait"), required=False)
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("What the portrait shows, for people who cannot see it."),
    )
    bio = blocks.TextBlock(
        label=_("About this person"), required=False, max_length=600, help_text=_("Two or three sentences.")
    )

    class Meta:
        icon = "user"
        label = _("Person")


class People(blocks.StructBlock):
    """Speakers, a jury, a team."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    people = blocks.ListBlock(Person(), label=_("People"), min_num=1, max_num=40)

    class Meta:
        icon = "user"
        group = PEOPLE
        label = _("People")
        template = "blocks/people.html"
        picture_shape = "portrait"
        description = _("Speakers, a jury or a team: who they are, with or without portraits.")
        preview_value = {
            "title": pgettext_lazy("sample", "Speakers"),
            "people": [
                {
                    "name": pgettext_lazy("sample", "Sample One"),
                    "role": pgettext_lazy("sample", "Designer"),
                    "organisation": pgettext_lazy("sample", "Sample Studio"),
                },
                {
                    "name": pgettext_lazy("sample", "Sample Two"),
                    "role": pgettext_lazy("sample", "Researcher"),
                    "organisation": pgettext_lazy("sample", "Sample College"),
                },
            ],
        }


class Session(blocks.StructBlock):
    """One thing on a day's programme."""

    starts = blocks.TimeBlock(label=_("Begins at"))
    ends = blocks.TimeBlock(label=_("Ends at"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    speaker = blocks.CharBlock(label=_("Who speaks or leads"), required=False, max_length=200)
    place = blocks.CharBlock(label=_("Place"), required=False, max_length=160)

    class Meta:
        icon = "time"
        label = _("Item of the programme")

    def clean(self, value: Any) -> Any:
        """Refuse an end that is not after the beginning; a draft may wait for both."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if cleaned["ends"] and cleaned["ends"] <= cleaned["starts"]:
            message = _("The end must come after the beginning; what lasts past midnight ends on the next day.")
            raise StructBlockValidationError({"ends": ValidationError(message)})
        return cleaned


class DayValue(blocks.StructValue):
    """A day whose sessions stand in the order of time, whatever order they were entered in."""

    @cached_property
    def in_order(self) -> list[Any]:
        """The sessions by beginning and end."""
        return sorted(self["sessions"], key=lambda one: (one["starts"], one.get("ends") or datetime.time.min))


class Day(blocks.StructBlock):
    """A day and what happens on it."""

    date = blocks.DateBlock(label=_("Day"))
    sessions = blocks.ListBlock(Session(), label=_("On this day"), min_num=1, max_num=60)

    class Meta:
        icon = "date"
        label = _("Day")
        value_class = DayValue


class ProgrammeValue(blocks.StructValue):
    """Days in the order of the calendar."""

    @cached_property
    def in_order(self) -> list[Any]:
        """The days by date."""
        return sorted(self["days"], key=lambda day: day["date"])


class Programme(blocks.StructBlock):
    """What happens when and where, by day."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    days = blocks.ListBlock(Day(), label=_("Days"), min_num=1, max_num=31)

    class Meta:
        icon = "calendar-alt"
        group = PEOPLE
        label = _("Programme")
        value_class = ProgrammeValue
        template = "blocks/programme.html"
        description = _(
            "Sessions by day and time: sorted by themselves, so that they can be entered in any order."
        )
        preview_value = {
            "title": pgettext_lazy("sample", "Programme"),
            "days": [
                {
                    "date": datetime.date(2026, 6, 1),
                    "sessions": [
                        {
                            "starts": datetime.time(9, 30),
                            "title": pgettext_lazy("sample", "Opening"),
                            "place": pgettext_lazy("sample", "Hall"),
                        },
                        {
                            "starts": datetime.time(10),
                            "title": pgettext_lazy("sample", "Workshop"),
                            "speaker": pgettext_lazy("sample", "Sample"),
                        },
                    ],
                }
            ],
        }

    def clean(self, value: Any) -> Any:
        """Refuse a day that stands there twice; a draft may still have it."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        dates = [day["date"] for day in cleaned["days"]]
        if len(set(dates)) < len(dates):
            message = _("A day stands there twice: put its sessions together.")
            raise StructBlockValidationError({"days": ValidationError(message)})
        return cleaned
