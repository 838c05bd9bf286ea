"""How far a translation can be."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """The states of an original in one language, in the order in which they are worked on."""

    OUT_OF_DATE = "out_of_date", pgettext_lazy("of a translation", "Out of date")
    IN_PROGRESS = "in_progress", pgettext_lazy("of a translation", "In progress")
    MISSING = "missing", pgettext_lazy("of a translation", "Missing")
    READY = "ready", pgettext_lazy("of a translation", "Ready")
    LIVE = "live", pgettext_lazy("of a translation", "Live")

    @property
    def icon(self) -> str:
        """The icon beside the name."""
        return ICONS[self]


ICONS = {
    State.OUT_OF_DATE: "resubmit",
    State.IN_PROGRESS: "edit",
    State.MISSING: "plus",
    State.READY: "check",
    State.LIVE: "circle-check",
}
WITH_WORDS_TO_DO = (State.OUT_OF_DATE, State.IN_PROGRESS, State.MISSING)
"""The states in which a translator has something to do."""
