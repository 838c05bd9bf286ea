"""The demo's requests for removal: one on the desk, one granted, with the page that was taken down for it."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from designcity.demo import pages
from designcity.demo.languages import Languages
from designcity.demo.lookup import Lookup
from designcity.demo.reading import Sheet
from designcity.demo.translating import Translator
from removals.models import RemovalRequest
from removals.requests import handling
from removals.requests.kinds import Scope

FILE = "removals.toml"
REMOVED = "removed"
"""How the file calls its page, which stands in no folder: it is not there for readers."""


def load(
    data: dict[str, Any],
    note: dict[str, Any],
    lookup: Lookup,
    languages: Languages,
    translator: Translator,
    people: dict[str, AbstractBaseUser],
) -> None:
    """Make the page of the file, and take in its requests; those that it says are granted are."""
    sheet = Sheet(REMOVED, FILE, "news.ArticlePage", "news", data["page"])
    pages.translate(pages.load([sheet], note, lookup, languages, people), lookup, translator)
    for row in data["request"]:
        _take_in(dict(row), lookup, people.get("officer"))


def _take_in(row: dict[str, Any], lookup: Lookup, officer: Any) -> None:
    page = lookup.page(row.pop("page"))
    words, reason = row.pop("granted", ""), row.pop("reason", "")
    about = {"page": page, "page_title": page.title, "address": page.full_url, "language": "zh-hans"}
    asked = handling.receive(RemovalRequest(**about | row), [])
    if words:
        handling.grant(asked, Scope.PAGE, officer, words, reason)
    # Nobody gets a mail about an example.
    asked.mails.all().delete()
