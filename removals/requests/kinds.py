"""What is asked for, on what right, by whom, and what can become of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What a claimant asks for."""

    REMOVAL = "removal", _("Remove it")
    CORRECTION = "correction", _("Correct it")


class Right(models.TextChoices):
    """The right that a claimant says is infringed."""

    COPYRIGHT = "copyright", _("Copyright: I am, or act for, the author")
    PORTRAIT = "portrait", _("Portrait, privacy or reputation")
    TRADE_MARK = "trade-mark", _("Trade mark or name")
    PERSONAL_DATA = "personal-data", _("Personal data")
    OTHER = "other", _("Another right, or a mistake")


class Standing(models.TextChoices):
    """For whom a claimant speaks."""

    OWN = "own", _("For myself: the right is mine")
    ON_BEHALF = "on-behalf", _("For somebody else, who asked me to")


class State(models.TextChoices):
    """Where a request stands."""

    NEW = "new", pgettext_lazy("state of a request", "New")
    IN_REVIEW = "in-review", pgettext_lazy("state of a request", "In review")
    WAITING = "waiting", pgettext_lazy("state of a request", "Waiting for the claimant")
    GRANTED = "granted", pgettext_lazy("state of a request", "Granted")
    DECLINED = "declined", pgettext_lazy("state of a request", "Declined")
    UNDONE = "undone", pgettext_lazy("state of a request", "Undone")

    @property
    def for_claimant(self) -> str:
        """What the claimant is told of it, in a sentence."""
        return str(TOLD[self])

    @property
    def is_decided(self) -> bool:
        """Whether the office has said yes or no."""
        return self in DECIDED


TOLD = {
    State.NEW: _("We have your request. Somebody will look at it soon."),
    State.IN_REVIEW: _("Somebody is looking at your request."),
    State.WAITING: _("We need something from you: please read our last message and answer it below."),
    State.GRANTED: _("We have granted your request."),
    State.DECLINED: _("We have declined your request. Our message says why; you can answer it below."),
    State.UNDONE: _("What was taken down for your request is online again. Our message says why."),
}
DECIDED = (State.GRANTED, State.DECLINED, State.UNDONE)
ON_THE_DESK = (State.NEW, State.IN_REVIEW)
"""The states in which the office has to do something, and its deadline runs."""
NEXT: dict[State, tuple[State, ...]] = {
    State.NEW: (State.IN_REVIEW, State.WAITING, State.GRANTED, State.DECLINED),
    State.IN_REVIEW: (State.WAITING, State.GRANTED, State.DECLINED),
    State.WAITING: (State.IN_REVIEW, State.GRANTED, State.DECLINED),
    State.GRANTED: (State.UNDONE,),
    State.DECLINED: (State.IN_REVIEW,),
    State.UNDONE: (State.IN_REVIEW,),
}
"""Which states may follow; nothing else may."""


class Scope(models.TextChoices):
    """What a granted request takes down."""

    PAGE = "page", _("The whole page")
    PICTURE = "picture", _("One picture")
    PASSAGE = "passage", _("One passage")
    NOTHING = "nothing", _("Nothing: it was corrected by hand")
