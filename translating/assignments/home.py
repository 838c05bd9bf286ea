"""Translations on the editors' home: what is the user's, what nobody has, and what is ready to be published."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.admin.utils import get_user_display_name

from designcity.languages import language_name
from newsroom.desk.home import Panel
from newsroom.desk.rows import Row
from translating.assignments.people import Duties
from translating.board.following import follow
from translating.board.models import TranslationStatus
from translating.board.rows import editor_of
from translating.board.states import State

BOARD = reverse_lazy("translating_board")


class TranslationsPanel(Panel):
    """Some lines of the status board, the most urgent first."""

    time_label = pgettext_lazy("of a state of translation", "Since")

    def found(self, user: Any) -> Any:
        """Return the lines for a user."""
        raise NotImplementedError

    def note(self, status: TranslationStatus) -> str:
        """Return what was said when it was assigned, if it was."""
        assignment = getattr(status, "assignment", None)
        if assignment is None:
            return ""
        said = [assignment.note]
        if assignment.due_on is not None:
            said.insert(0, _("Due on %(day)s") % {"day": date_format(assignment.due_on)})
        return " · ".join(one for one in said if one)

    def rows(self, user: Any, most: int) -> list[Row]:
        found = self.found(user).most_urgent_first().select_related("locale", "assignment__person")
        return [_row(status, self.note(status)) for status in found[:most]]


class MinePanel(TranslationsPanel):
    """What the user translates, overdue work first."""

    name = "translating_mine"
    order = 206
    heading = gettext_lazy("Your translations")
    empty = gettext_lazy(
        "Nothing is yours to translate. What is assigned to you, or taken by you, appears here."
    )
    more = (format_lazy("{}?who=mine", BOARD), gettext_lazy("Status board"))

    def found(self, user: Any) -> Any:
        return TranslationStatus.objects.unfinished().of(user)


class LanguagesPanel(TranslationsPanel):
    """Lines in some languages, whoever has them."""

    def __init__(self, locale_ids: Iterable[int]) -> None:
        super().__init__()
        self._locale_ids = set(locale_ids)


class ReadyPanel(LanguagesPanel):
    """What is translated and not published, in the languages in which the user may publish."""

    name = "translating_ready"
    order = 215
    heading = gettext_lazy("Translations ready to publish")
    empty = gettext_lazy("No translation waits to be published. What is translated whole appears here.")
    more = (format_lazy("{}?state={}", BOARD, State.READY), gettext_lazy("Status board"))

    def found(self, user: Any) -> Any:
        return TranslationStatus.objects.filter(state=State.READY, locale__in=self._locale_ids)

    def note(self, status: TranslationStatus) -> str:
        """Return who translated it, if it was assigned."""
        assignment = getattr(status, "assignment", None)
        return get_user_display_name(assignment.person) if assignment is not None else ""


class NobodysPanel(LanguagesPanel):
    """What nobody translates yet into the languages of the user."""

    name = "translating_nobodys"
    order = 240
    heading = gettext_lazy("Translations nobody has")
    empty = gettext_lazy("Every page is translated, or somebody has it.")
    more = (format_lazy("{}?who=nobodys", BOARD), gettext_lazy("Status board"))

    def found(self, user: Any) -> Any:
        return TranslationStatus.objects.to_translate().nobodys().filter(locale__in=self._locale_ids)


def _row(status: TranslationStatus, note: str) -> Row:
    assignment = getattr(status, "assignment", None)
    state = State(status.state)
    language = language_name(status.locale.language_code)
    if assignment is not None and assignment.is_overdue:
        said, icon = pgettext("of translations", "Overdue"), "warning"
    else:
        said, icon = str(state.label), state.icon
    return Row(status.title, editor_of(status), language, said, icon, status.since, note)


def arrange(request: HttpRequest, panels: list[Any]) -> None:
    """Show translators what is theirs and what nobody has, and who publishes what is ready."""
    duties = Duties(request.user)
    if not duties.any:
        return
    follow()
    panels += [MinePanel(), NobodysPanel(duties.languages)]
    if languages := duties.languages & duties.publishes:
        panels.append(ReadyPanel(languages))
