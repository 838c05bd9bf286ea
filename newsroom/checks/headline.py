"""Whether the headline can be set well on cards."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from designcity.pages import BasePage
from designcity.templatetags.designcity_tags import LONG, VERY_LONG
from designcity.widths import width
from newsroom.checks.findings import Finding, Severity
from newsroom.checks.places import field


def check(page: BasePage) -> Iterator[Finding]:
    """Say when the headline is longer than cards show well."""
    room = width(page.title)
    if room > VERY_LONG:
        sentence = _(
            "The headline is too long for cards: shorten it to about %(han)s Chinese characters "
            "or %(latin)s letters."
        ) % {"han": LONG // 2, "latin": LONG}
        yield Finding(Severity.SHOULD, sentence, field(page, "title"))
    elif room > LONG:
        sentence = _(
            "The headline is long, so cards show it smaller: up to %(han)s Chinese characters "
            "or %(latin)s letters stand out best."
        ) % {"han": LONG // 2, "latin": LONG}
        yield Finding(Severity.GOOD, sentence, field(page, "title"))
