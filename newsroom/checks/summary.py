"""Whether the summary says something, and not too much."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from designcity.pages import BasePage
from designcity.widths import width
from newsroom.checks.findings import Finding, Severity
from newsroom.checks.places import field

LONGEST = 240
"""Latin characters that a card and a list of search results show of a summary."""


def check(page: BasePage) -> Iterator[Finding]:
    """Say when the summary is missing, repeats the headline, or is cut off where it is shown."""
    summary = page.summary.strip()
    place = field(page, "summary")
    if not summary:
        yield Finding(
            Severity.SHOULD,
            _("Write a summary: cards, search results and shared links show nothing else."),
            place,
        )
    elif _bare(summary) == _bare(page.title):
        yield Finding(
            Severity.SHOULD,
            _("The summary repeats the headline: say what the headline leaves out."),
            place,
        )
    elif width(summary) > LONGEST:
        sentence = _(
            "Shorten the summary to about %(han)s Chinese characters or %(latin)s letters: "
            "cards cut off the rest."
        ) % {"han": LONGEST // 2, "latin": LONGEST}
        yield Finding(Severity.SHOULD, sentence, place)


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
