"""What is shown: hits and suggestions, whichever engine found them."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from search.marking import marked, spans
from search.query import DEEPEST, PER_PAGE


class Kind(models.TextChoices):
    """The groups of pages, in the order in which readers see them; the label names the whole group."""

    NEWS = "news", _("News")
    INSTITUTION = "institution", _("Institutions")
    CAMPAIGN = "campaign", _("Campaigns")
    PAGE = "page", _("Pages")


@dataclass(frozen=True)
class Hit:
    """One page that was found."""

    title: str
    url: str
    kind: str
    language: str
    query: str
    summary: str = ""
    date: datetime.date | None = None
    snippets: list[SafeString] = field(default_factory=list)

    @property
    def title_html(self) -> SafeString:
        """The title with the words of the query marked."""
        return marked(self.title, self.query)

    @property
    def kind_label(self) -> str:
        """The name of the group the page belongs to."""
        return str(Kind(self.kind).label) if self.kind in Kind.values else ""

    @property
    def lang(self) -> str:
        """The language of the words, as an HTML `lang` attribute."""
        language, _sep, rest = self.language.partition("-")
        return f"{language}-{rest.title() if len(rest) == 4 else rest.upper()}" if rest else language

    def as_suggestion(self) -> dict[str, Any]:
        """Return the hit as a row of the suggestions' JSON; `marks` are pairs of character positions."""
        return {
            "title": self.title,
            "marks": spans(self.title, self.query),
            "url": self.url,
            "date": date_format(self.date) if self.date else "",
            "summary": self.summary,
            "lang": self.lang,
        }


@dataclass(frozen=True)
class Results:
    """A page of hits, with the number of all hits by kind."""

    items: list[Hit]
    counts: dict[str, int]
    kind: str = ""
    page_number: int = 1
    took_ms: int = 0
    is_complete: bool = True
    from_database: bool = False

    @property
    def total(self) -> int:
        """How many pages of the chosen kind were found."""
        return self.counts.get(self.kind, 0) if self.kind else sum(self.counts.values())

    @property
    def num_pages(self) -> int:
        """How many pages of results there are; nobody gets deeper than the thousandth hit."""
        return max(1, -(-min(self.total, DEEPEST) // PER_PAGE))


def from_response(response: Any, language: str, query: str, kind: str = "", page: int = 1) -> Results:
    """Return the results in a response of Elasticsearch."""
    buckets = response.get("aggregations", {}).get("kinds", {}).get("buckets", [])
    counts = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
    return Results(
        items=[_hit(found, language, query) for found in response["hits"]["hits"]],
        counts=counts or {"": response["hits"]["total"]["value"]},
        kind=kind,
        page_number=page,
        took_ms=response["took"],
        is_complete=not (response["timed_out"] or response["_shards"]["failed"]),
    )


def _hit(found: dict[str, Any], language: str, query: str) -> Hit:
    source, highlight = found["_source"], found.get("highlight", {})
    fragments = [*highlight.get("summary", []), *highlight.get("body", [])][:2]
    # Elasticsearch escaped the fragments: the highlighter's encoder is "html".
    snippets = [mark_safe(fragment) for fragment in fragments]  # noqa: S308
    return Hit(
        title=source["title"],
        url=source["url"],
        kind=source["kind"],
        language=language,
        query=query,
        summary=source["summary"],
        date=datetime.date.fromisoformat(source["date"]) if source["date"] else None,
        snippets=snippets or [marked(source["summary"], query)],
    )
