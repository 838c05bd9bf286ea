"""Which state follows from what is known."""

import datetime
from dataclasses import dataclass

from translating.board.states import State

Moment = datetime.datetime | None


@dataclass(frozen=True)
class Facts:
    """What is known of an original in one language."""

    original_published_at: Moment = None
    """When the original was published last with anything new."""
    has_version: bool = False
    """Whether it stands in the language as more than a placeholder, or is on its way there."""
    is_live: bool = False
    has_draft: bool = False
    """Whether the version has changes that readers do not see."""
    edited_at: Moment = None
    """When the version was saved last."""
    taken_at: Moment = None
    """When the original's text was taken over to be translated; None for what is written by hand."""
    begun_at: Moment = None
    """When the first passage was translated."""
    worked_at: Moment = None
    """When a passage was translated last."""
    written_at: Moment = None
    """When the translation was put into the version last."""
    segments: int = 0
    translated: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every passage is translated."""
        return self.segments == self.translated

    @property
    def is_behind(self) -> bool:
        """Whether the original was published again, and its text not taken over since."""
        return self.has_version and _later(self.original_published_at, self.taken_at or self.edited_at)

    @property
    def was_published(self) -> bool:
        """Whether readers see a translation: wagtail-localize also publishes the copy that it begins with."""
        has_begun = not self.segments or (
            self.begun_at is not None and not _later(self.begun_at, self.written_at)
        )
        return self.is_live and self.written_at is not None and has_begun

    @property
    def has_news(self) -> bool:
        """Whether something was done since the translation was published."""
        return (
            self.has_draft or _later(self.taken_at, self.written_at) or _later(self.worked_at, self.written_at)
        )


def judged(facts: Facts) -> tuple[State, Moment]:
    """Return the state and since when it holds."""
    if not facts.has_version:
        return State.MISSING, facts.original_published_at
    if facts.taken_at is None:
        return _by_hand(facts)
    return _published(facts) if facts.was_published else _unpublished(facts)


def _by_hand(facts: Facts) -> tuple[State, Moment]:
    if not facts.is_live:
        return State.IN_PROGRESS, facts.edited_at
    if facts.is_behind:
        return State.OUT_OF_DATE, facts.original_published_at
    return State.LIVE, facts.edited_at


def _published(facts: Facts) -> tuple[State, Moment]:
    if not facts.is_whole and _later(facts.taken_at, facts.written_at):
        return State.OUT_OF_DATE, facts.taken_at
    if facts.is_behind:
        return State.OUT_OF_DATE, facts.original_published_at
    if not facts.is_whole:
        return State.IN_PROGRESS, facts.begun_at
    return (State.READY, _latest(facts)) if facts.has_news else (State.LIVE, facts.written_at)


def _unpublished(facts: Facts) -> tuple[State, Moment]:
    if facts.is_whole:
        return State.READY, _latest(facts)
    if facts.begun_at is not None:
        return State.IN_PROGRESS, facts.begun_at
    return State.MISSING, facts.original_published_at


def _latest(facts: Facts) -> Moment:
    return max((at for at in (facts.worked_at, facts.taken_at) if at is not None), default=None)


def _later(one: Moment, other: Moment) -> bool:
    return one is not None and other is not None and one > other
