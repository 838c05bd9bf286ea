"""What is shown: hits and suggestions, whichever engine found them."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from search.asking.facets import counted
from search.asking.query import DEEPEST, PER_PAGE, Question
from search.text.marking import marked
from search.text.snippets import as_written

MOST_SNIPPETS = 2


class Kind(models.TextChoices):
    """The groups of pages, in the order in which readers see them; the label names the whole group."""

    NEWS = "news", _("News")
    INSTITUTION = "institution", _("Institutions")
    CAMPAIGN = "campaign", _("Campaigns")
    EVENT = "event", _("Events")
    CALL = "call", _("Calls for entries")
    PUBLICATION = "publication", _("Publications")
    AWARD = "award", _("Awards")
    PAGE = "page", _("Pages")


@dataclass(frozen=True)
class Snippet:
    """A passage with the words of the query marked; `source` names the attachment it stands in, if it does."""

    html: SafeString
    source: str = ""
    is_from_attachment: bool = False


@dataclass(frozen=True)
class Hit:
    """One page that was found."""

    page_id: int
    title: str
    url: str
    kind: str
    language: str
    query: str
    summary: str = ""
    date: datetime.date | None = None
    image: str = ""
    is_promoted: bool = False
    snippets: list[Snippet] = field(default_factory=list)

    @property
    def title_html(self) -> SafeString:
        """The title with the words of the query marked."""
        return marked(self.title, self.query)

    @property
    def kind_label(self) -> str:
        """The name of the group the page belongs to."""
        return str(Kind(self.kind).label) if self.kind in Kind.values else ""


@dataclass(frozen=True)
class Results:
    """A page of hits, with the number of all hits, and of all that each facet's values would leave."""

    items: list[Hit]
    total: int = 0
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    page_number: int = 1
    took_ms: int = 0
    is_complete: bool = True
    from_database: bool = False

    @property
    def num_pages(self) -> int:
        """How many pages of results there are; nobody gets deeper than the thousandth hit."""
        return max(1, -(-min(self.total, DEEPEST) // PER_PAGE))


def from_response(response: Any, question: Question, promoted: Iterable[int] = ()) -> Results:
    """Return the results in a response of Elasticsearch."""
    on_top = set(promoted)
    return Results(
        items=[_hit(found, question, on_top) for found in response["hits"]["hits"]],
        total=response["hits"].get("total", {}).get("value", 0),
        facets=counted(response),
        page_number=question.page,
        took_ms=response["took"],
        is_complete=not (response["timed_out"] or response["_shards"]["failed"]),
    )


def from_shown(page_id: int, shown: str, question: Question, promoted: set[int], **fields: Any) -> Hit:
    """Return the hit that a document's `shown` column describes."""
    row = json.loads(shown)
    return Hit(
        page_id=page_id,
        title=row["title"],
        url=row["url"],
        kind=row["kind"],
        language=question.language,
        query=question.text,
        summary=row["summary"],
        date=datetime.date.fromisoformat(row["date"]) if row["date"] else None,
        image=row["image"],
        is_promoted=page_id in promoted,
        snippets=fields.get("snippets") or [Snippet(marked(row["summary"], question.text))],
    )


def _hit(found: dict[str, Any], question: Question, promoted: set[int]) -> Hit:
    page_id, shown = found["fields"]["page_id"][0], found["fields"]["shown"][0]
    return from_shown(page_id, shown, question, promoted, snippets=_snippets(found, shown))


def _snippets(found: dict[str, Any], shown: str) -> list[Snippet]:
    """Return two passages at most: from the body and its attachments, or else from the summary."""
    highlight = found.get("highlight", {})
    written = found.get("_source", {}).get("written", {})
    own = [
        Snippet(as_written(fragment, written.get(name, "")))
        for name in ("body", "summary")
        for fragment in highlight.get(name, [])
    ]
    names = [attachment["title"] for attachment in json.loads(shown)["attachments"]]
    source = names[0] if len(names) == 1 else ""
    attached = [
        Snippet(as_written(fragment, ""), source, is_from_attachment=True)
        for fragment in highlight.get("attachments", [])
    ]
    return [*own[: MOST_SNIPPETS - bool(attached)], *attached][:MOST_SNIPPETS]
