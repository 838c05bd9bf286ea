"""The state of the index of each language, as far as the database knows it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from wagtail.models import Locale, Page

from search.editors.languages import languages
from search.indexing import documents
from search.models import Entry, LastRebuild, PendingUpdate, Rebuild

IDLE, AWAITED, RUNNING, STALLED = "idle", "awaited", "running", "stalled"


@dataclass(frozen=True)
class RebuildState:
    """Whether a language's index is being built anew, and how far it is."""

    state: str
    done: int
    total: int
    running: Rebuild | None
    last: LastRebuild | None

    @property
    def is_busy(self) -> bool:
        """Whether one is under way or will be in a moment, so that no other may begin."""
        return self.state in (AWAITED, RUNNING)


@dataclass(frozen=True)
class LanguageState:
    """What an editor wants to know of the index of one language."""

    code: str
    name: Any
    pages: int
    changes: int
    """Pages whose entry may have changed and was not looked at yet."""
    entries: int
    """Entries that the index does not hold yet as they are."""
    rebuild: RebuildState


def rebuild_states() -> dict[str, RebuildState]:
    """Return the state of the rebuilds of every language, in two queries."""
    running = {one.language_code: one for one in Rebuild.objects.all()}
    last = {one.language_code: one for one in LastRebuild.objects.all()}
    return {code: _rebuild_state(running.get(code), last.get(code)) for code, _name in languages()}


def language_states() -> list[LanguageState]:
    """Return the state of every language."""
    rebuilds, changes, entries = rebuild_states(), _changes(), _entries()
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    return [
        LanguageState(
            code,
            name,
            documents.count(locales[code]) if code in locales else 0,
            changes.get(code, 0),
            entries.get(code, 0),
            rebuilds[code],
        )
        for code, name in languages()
    ]


def _rebuild_state(running: Rebuild | None, last: LastRebuild | None) -> RebuildState:
    done, total = (running.done, running.total) if running else (0, 0)
    state = IDLE
    if last and last.is_awaited:
        state = AWAITED
    elif running and not (last and last.has_failed_since(running.started_at)):
        state = STALLED if running.has_stalled else RUNNING
    return RebuildState(state, done, total, running, last)


def _changes() -> dict[str, int]:
    waiting = Page.objects.filter(pk__in=PendingUpdate.objects.values("page_id"))
    counts = waiting.order_by().values_list("locale__language_code").annotate(Count("pk"))
    return {code: number for code, number in counts}  # noqa: C416  (dict() of a queryset tells mypy nothing)


def _entries() -> dict[str, int]:
    counts = Entry.objects.waiting().order_by().values_list("language_code").annotate(Count("pk"))
    return {code: number for code, number in counts}  # noqa: C416
