"""What can be taken down: a page, a picture, or a passage of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wagtail.models import Page

from designcity.images import DesignImage


@dataclass(frozen=True)
class Passage:
    """A text as readers see it, on one page and its translations.

    `elsewhere` holds, by language, the text as a translation has it, where the segments of the translation do
    not tell; empty where that language does not have it.
    """

    page: Page
    text: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)


Target = Page | DesignImage | Passage
