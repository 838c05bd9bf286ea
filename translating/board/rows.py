"""One line of the board: an original in a language, with what can be done about it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from designcity.languages import language_name
from designcity.times import local_day
from translating.assignments.people import Duties
from translating.board.models import TranslationStatus
from translating.board.states import State


@dataclass(frozen=True)
class Row:
    """What the table and the files show; `take`, `give_back` and `assign` lead there if the user may."""

    pk: int
    title: str
    url: str
    section: str
    language: str
    state: str
    icon: str
    changes: str
    changes_url: str
    to_do: int
    since: datetime.datetime | None
    since_on: datetime.date | None
    who: str
    due_on: datetime.date | None
    is_overdue: bool
    note: str
    is_open: bool
    take: str = ""
    give_back: str = ""
    assign: str = ""


def rows(found: Iterable[TranslationStatus], titles: dict[int, str], duties: Duties, back: str) -> list[Row]:
    """Return the lines in their order; `back` is where one returns to after doing something."""
    return [_row(status, titles, duties, back) for status in found]


def section_titles() -> dict[int, str]:
    """Return the titles of the sections in which originals stand: the pages right below a home page."""
    with_originals = TranslationStatus.objects.order_by().values("section_id")
    sections = Page.objects.filter(depth=3, alias_of=None, pk__in=with_originals).order_by("path")
    return dict(sections.values_list("pk", "title"))


def editor_of(status: TranslationStatus) -> str:
    """Return where one translates it: the editor of the version, or the form that makes one."""
    if status.is_page and status.version_id:
        return reverse("wagtailadmin_pages:edit", args=[status.version_id])
    if status.is_page:
        return reverse("wagtail_localize:submit_page_translation", args=[status.original_id])
    return _record_editor(status)


def action(name: str, keys: Iterable[int], back: str) -> str:
    """Return the address of what can be done with some lines."""
    address = reverse("wagtail_bulk_action", args=["translating", "translationstatus", name])
    return f"{address}?{urlencode([*(('id', key) for key in keys), ('next', back)])}"


def _row(status: TranslationStatus, titles: dict[int, str], duties: Duties, back: str) -> Row:
    assignment = getattr(status, "assignment", None)
    state = State(status.state)
    changes, changes_url = _changes(status, state)
    return Row(
        pk=status.pk,
        title=status.title,
        url=editor_of(status),
        section=section_of(status, titles),
        language=str(language_name(duties.codes[status.locale_id])),
        state=str(state.label),
        icon=state.icon,
        changes=changes,
        changes_url=changes_url,
        to_do=status.to_do,
        since=status.since,
        since_on=local_day(status.since) if status.since else None,
        who=str(get_user_display_name(assignment.person)) if assignment else "",
        due_on=assignment.due_on if assignment else None,
        is_overdue=bool(assignment and assignment.is_overdue),
        note=assignment.note if assignment else "",
        is_open=state != State.LIVE,
        **_actions(status, assignment, duties, back),
    )


def _actions(status: TranslationStatus, assignment: Any, duties: Duties, back: str) -> dict[str, str]:
    if status.state == State.LIVE:
        return {}
    found = []
    if assignment is None and status.locale_id in duties.translates:
        found.append("take")
    if assignment is not None and (assignment.person == duties.user or status.locale_id in duties.assigns):
        found.append("give_back")
    if status.locale_id in duties.assigns:
        found.append("assign")
    return {name: action(name, [status.pk], back) for name in found}


def section_of(status: TranslationStatus, titles: dict[int, str]) -> str:
    """Return the section in words: its title, the kind of record, or nothing for the home page."""
    if status.is_page:
        return titles.get(status.section_id or 0, "")
    model = ContentType.objects.get_for_id(status.content_type_id).model_class()
    return str(capfirst(model._meta.verbose_name_plural)) if model else ""


def _changes(status: TranslationStatus, state: State) -> tuple[str, str]:
    """Return what has changed or is done, and where that is seen."""
    if status.is_behind and state != State.MISSING:
        return _("The original was published again."), _bring_over(status)
    if state == State.OUT_OF_DATE:
        return _passages(status), editor_of(status)
    if state == State.IN_PROGRESS and status.translated:
        done = {"done": status.translated, "all": status.segments}
        return _("%(done)s of %(all)s passages translated") % done, ""
    return "", ""


def _passages(status: TranslationStatus) -> str:
    said = []
    if status.changed:
        words = ngettext("%(count)s passage changed", "%(count)s passages changed", status.changed)
        said.append(words % {"count": status.changed})
    if status.new:
        words = ngettext("%(count)s new passage", "%(count)s new passages", status.new)
        said.append(words % {"count": status.new})
    return " · ".join(said)


def _bring_over(status: TranslationStatus) -> str:
    """Return where the changes of an original are brought over to its translations."""
    if status.source_id is None:
        return ""
    return reverse("wagtail_localize:update_translations", args=[status.source_id])


def _record_editor(status: TranslationStatus) -> str:
    kind = ContentType.objects.get_for_id(status.content_type_id)
    try:
        if status.version_id:
            namespace = f"wagtailsnippets_{kind.app_label}_{kind.model}"
            return reverse(f"{namespace}:edit", args=[status.version_id])
        arguments = [kind.app_label, kind.model, status.original_id]
        return reverse("wagtail_localize:submit_snippet_translation", args=arguments)
    except NoReverseMatch:
        return ""
