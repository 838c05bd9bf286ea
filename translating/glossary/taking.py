"""Taking a glossary over from a file: all of it, or nothing."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translating.glossary import tables, tbx
from translating.glossary.form import may_say, not_yours
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.glossary.rows import Row, TableError
from translating.language_codes import normal
from translating.xml import is_xml

MOST_ROWS = 20_000


@dataclass
class Taken:
    """How many terms were new, and how many were changed."""

    new: int = 0
    changed: int = 0


@transaction.atomic
def take(content: bytes, user: Any) -> Taken:
    """Take a CSV table or a TBX file over; terms that are there already are changed, none is removed.

    Raises TableError, also for a language that is not the user's; then nothing is changed.
    """
    locales = {normal(locale.language_code): locale for locale in Locale.objects.all()}
    taken = Taken()
    for number, row in enumerate(tbx.rows(content) if is_xml(content) else tables.rows(content), 1):
        if number > MOST_ROWS:
            raise TableError(_("The table is longer than %(most)s lines: divide it.") % {"most": MOST_ROWS})
        _take_row(row, locales, user, taken)
    return taken


def _take_row(row: Row, locales: dict[str, Locale], user: Any, taken: Taken) -> None:
    locale = locales.get(normal(row.language))
    if locale is None:
        known = ", ".join(sorted(one.language_code for one in locales.values()))
        said = {"place": row.place, "language": row.language, "known": known}
        raise TableError(_("%(place)s: “%(language)s” is no language of this site (%(known)s).") % said)
    term = GlossaryTerm.objects.filter(term=row.term).first() or GlossaryTerm(term=row.term)
    is_new, note = term.pk is None, term.note
    term.note = row.note or note
    try:
        term.full_clean()
        term.save()
        one = GlossaryTranslation.objects.filter(term=term, locale=locale).first()
        one = one or GlossaryTranslation(term=term, locale=locale)
        is_said = (one.pk is not None) and (one.approved, one.forbidden) == (row.approved, row.forbidden)
        if not is_said and not may_say(user, locale):
            raise ValidationError(not_yours(locale))
        one.approved, one.forbidden = row.approved, row.forbidden
        one.full_clean()
        one.save()
    except ValidationError as error:
        said = {"place": row.place, "reason": " ".join(error.messages)}
        raise TableError(_("%(place)s: %(reason)s") % said) from error
    taken.new += is_new
    taken.changed += not is_new and not (is_said and term.note == note)
