"""Which segment a comment stands beside, also after its original has changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from wagtail_localize.models import StringSegment, Translation

from translating.comments.models import Comment
from translating.plain import folded


@dataclass
class Thread:
    """The comments on one segment, the oldest first; those on a place that is gone have no segment."""

    segment: int | None
    context: int
    string: int
    original: str
    comments: list[Comment] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether something of it is not settled."""
        return any(comment.resolved_at is None for comment in self.comments)


def threads(translation: Translation) -> list[Thread]:
    """Return a thread for each segment, also an empty one, and for each place that is gone; two queries.

    A comment stands beside the text that it was written for, or else the likest of that place.
    """
    here: dict[int, list[Thread]] = defaultdict(list)
    for thread in _of_segments(translation):
        here[thread.context].append(thread)
    gone: dict[tuple[int, int], Thread] = {}
    for comment in Comment.objects.of(translation).select_related("author", "resolved_by", "string"):
        key = (comment.context_id, comment.string_id)
        thread = _likest(comment, here[comment.context_id]) or gone.setdefault(
            key, Thread(None, *key, comment.string.data)
        )
        thread.comments.append(comment)
    return [*gone.values(), *(thread for found in here.values() for thread in found)]


def _of_segments(translation: Translation) -> list[Thread]:
    found = (
        StringSegment.objects.filter(source=translation.source_id).select_related("string").order_by("order")
    )
    return [Thread(one.pk, one.context_id, one.string_id, one.string.data) for one in found]


def _likest(comment: Comment, here: Iterable[Thread]) -> Thread | None:
    said = folded(comment.string.data)
    return max(here, key=lambda one: _likeness(one, comment, said), default=None)


def _likeness(thread: Thread, comment: Comment, said: str) -> float:
    return 101 if thread.string == comment.string_id else float(fuzz.ratio(folded(thread.original), said))
