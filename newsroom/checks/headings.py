"""Whether the headings of the text lead through it: none empty, no level skipped."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from designcity.blocks.text import Heading
from designcity.pages import BasePage
from newsroom.checks import places
from newsroom.checks.findings import Finding, Severity


def check(page: BasePage) -> Iterator[Finding]:
    """Say which headings are empty or stand under no heading of the level above."""
    for place, value in places.streams(page):
        level = 1
        for name, child in places.named(value):
            if not isinstance(child.block, Heading):
                continue
            where = place.within(name, str(child.block.label))
            wanted = int(str(child.value["level"] or "h2")[1:])
            if not (child.value["text"] or "").strip():
                yield Finding(Severity.MUST, _("Fill in the heading, or take it out."), where.within("text"))
            elif wanted > level + 1:
                sentence = _(
                    "Make this heading a section, or put a section heading before it: "
                    "it divides a section that there is not."
                )
                yield Finding(Severity.SHOULD, sentence, where.within("level"))
            level = wanted
