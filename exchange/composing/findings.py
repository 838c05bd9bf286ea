"""What was not taken over as it was, collected while a body is composed, and said in sentences."""

from collections import defaultdict

from django.db.models import TextChoices
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

MOST_DETAILS = 8
LONGEST_DETAIL = 120


class Left(TextChoices):
    """What can happen to a piece of a text."""

    SCRIPTS = "scripts", _("Scripts were left out")
    EMBEDDED = "embedded", _("Embedded content was left out")
    FORMS = "forms", _("Forms were left out; their words were kept")
    DRAWINGS = "drawings", _("Drawings and formulas were left out; their words were kept")
    PICTURES = "pictures", _("Pictures could not be taken over")
    UNDESCRIBED = (
        "undescribed",
        _("Pictures came without a description: describe them, or say that they are decoration"),
    )
    LONG_DESCRIPTION = "long_description", _("The description of a picture was shortened")
    LINKS = "links", _("Links that lead nowhere outside their page became plain text")
    LINKS_IN_PLAIN = "links_in_plain", _("Links became plain text in headings, tables and quotes")
    MERGED = "merged", _("Merged cells were filled in place by place: see whether the table reads well")
    FIRST_ROW = "first_row", _("The first row of a table became its headings: look whether it is one")
    TABLE_AS_TEXT = "table_as_text", _("A table that is no table here became paragraphs")
    MOVED = "moved", _("What stood within a list, table or quote now stands behind it")
    LONG_HEADING = "long_heading", _("A heading that is too long became a paragraph")
    LEVELS = "levels", _("Headings of lower levels became parts of sections")
    STRUCK = "struck", _("Text that was struck through was kept as text")
    MARKS = "marks", _("Underlining and marking were left out")
    RAISED = "raised", _("Raised or lowered letters stand in the line")
    CODE = "code", _("Program text lost its form")
    NUMBERING = "numbering", _("A list that went on with its numbers now begins at 1")
    NESTED = "nested", _("What was nested very deep became plain paragraphs")


class Noticed:
    """Collects findings: each kind once, with what it concerns."""

    def __init__(self) -> None:
        self._details: dict[Left, dict[str, None]] = defaultdict(dict)
        self._counts: dict[Left, int] = defaultdict(int)

    def note(self, left: Left, detail: str = "") -> None:
        """Remember that it happened; `detail` tells to what."""
        self._counts[left] += 1
        if detail.strip():
            self._details[left][_short(" ".join(detail.split()))] = None

    def sentences(self) -> list[str]:
        """Return what happened, in the order in which it stands above."""
        return [self._sentence(left) for left in Left if self._counts[left]]

    def _sentence(self, left: Left) -> str:
        details = list(self._details[left])
        if details:
            more = ["…"] if len(details) > MOST_DETAILS else []
            named = pgettext("between names", ", ").join([*details[:MOST_DETAILS], *more])
            return gettext("%(finding)s: %(details)s") % {"finding": left.label, "details": named}
        if self._counts[left] > 1:
            return gettext("%(finding)s (%(count)s)") % {"finding": left.label, "count": self._counts[left]}
        return str(left.label)


def _short(detail: str) -> str:
    return detail if len(detail) <= LONGEST_DETAIL else f"{detail[: LONGEST_DETAIL - 1]}…"
