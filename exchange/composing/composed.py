"""The way from HTML to a body."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from exchange.composing.cleaning import MOST_CHARACTERS, MOST_ELEMENTS, cleaned, has_scripts
from exchange.composing.findings import Left, Noticed
from exchange.composing.flow import Block, Flow
from exchange.composing.pictures import Pictures
from exchange.refusals import Refused


@dataclass(frozen=True)
class Composed:
    """The values of a body's blocks by the names of the blocks, and what was not taken over, in sentences."""

    blocks: list[Block]
    findings: list[str]


def compose(html: str, pictures: Pictures) -> Composed:
    """Return the body that HTML makes; `pictures` gives the picture at an address as it stands in the HTML.

    Raises `Refused` when there is too much of it.
    """
    clean = cleaned(html) if len(html) <= MOST_CHARACTERS else ""
    if len(html) > MOST_CHARACTERS or clean.count("<") > 2 * MOST_ELEMENTS:
        raise Refused(_("This text is too long to bring in: divide it first."))
    noticed = Noticed()
    if has_scripts(html):
        noticed.note(Left.SCRIPTS)
    soup = BeautifulSoup(clean, "html.parser")
    flow = Flow(soup, pictures, noticed)
    flow.read(soup.children)
    return Composed(flow.end(), noticed.sentences())
