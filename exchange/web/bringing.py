"""The way from an article of the web to a draft."""

import datetime
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from designcity.images import DesignImage
from exchange.composing import compose
from exchange.drafts import all_or_nothing, draft
from exchange.intakes.models import Intake, IntakeKind
from exchange.web import pictures
from exchange.web.fetching import PUBLIC
from exchange.web.guard import Guard
from exchange.web.reading import WebText
from exchange.web.sources import created
from news.articles import ArticlePage, SourceKind
from news.index import NewsIndexPage
from provenance.models import Source

MOST_EMBEDDED = 8
LONGEST_AUTHOR, LONGEST_ADDRESS = 120, 500


@dataclass(frozen=True)
class Confirmed:
    """What somebody has looked at and confirmed; a new source has a name only."""

    title: str
    date: datetime.date
    author: str
    source: Source | None
    new_source: str


def bring(
    text: WebText, confirmed: Confirmed, section: NewsIndexPage, user: Any, guard: Guard = PUBLIC
) -> ArticlePage:
    """Fetch the pictures of an article and make its draft; leaves nothing when that fails."""
    html = _with_whole_addresses(text.html, text.address)
    had = pictures.fetched(html, text.address, guard)
    with all_or_nothing(user) as files:
        source = confirmed.source or (created(confirmed.new_source, text) if confirmed.new_source else None)
        files.source = source

        def picture(address: str, alt: str) -> DesignImage | None:
            return files.picture(address, had[address], alt) if address in had else None

        composed = compose(html, picture)
        address = text.address if len(text.address) <= LONGEST_ADDRESS else ""
        intake = Intake(kind=IntakeKind.WEB, address=address, findings=_embedded(text))
        return draft(
            section,
            user,
            confirmed.title,
            composed,
            intake,
            display_date=confirmed.date,
            author=confirmed.author[:LONGEST_AUTHOR],
            source_kind=SourceKind.REPOST,
            source_url=address,
            source=source,
        )


def _embedded(text: WebText) -> list[str]:
    """Say what the page shows from elsewhere: what is an article's own and what is not, nobody can tell."""
    if not text.embedded:
        return []
    named = pgettext("between names", ", ").join(text.embedded[:MOST_EMBEDDED])
    return [_("The page also shows this, which was not taken over: %(addresses)s") % {"addresses": named}]


def _with_whole_addresses(html: str, base: str) -> str:
    """Return the text with links that hold outside of their site; parts of the page stay as they are."""
    if not base:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.find_all("a", href=True):
        written = str(link["href"])
        if not written.startswith("#"):
            link["href"] = _joined(base, written)
    return str(soup)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
