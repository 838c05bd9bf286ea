"""The mark of a segment that was filled in from the memory and that nobody has looked at yet.

It is the name of the tool in wagtail-localize's record: saving words there, or by a file, takes it away.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translating.memory.learning import MEMORY
from translating.memory.models import Entry, digest


def marked(translation: Translation) -> QuerySet:
    """Return the segments' translations that nobody has looked at yet, of those that are on the page now."""
    segments = StringSegment.objects.filter(source=translation.source_id)
    return segments.get_translations(translation.target_locale).filter(tool_name=MEMORY)


def confirm(one: StringTranslation, user: Any) -> None:
    """Take the mark away: from now on they are the words of a person, and the memory learns them anew."""
    one.tool_name, one.last_translated_by = "", user
    one.save()


def origins(translations: Iterable[StringTranslation], source: str, target: str) -> dict[int, Entry]:
    """Return the entries of the memory that these come from, by the translation's id; one query."""
    translations = list(translations)
    of = {(digest(one.translation_of.data), digest(one.data, folding=False)): one.pk for one in translations}
    entries = Entry.objects.between(source, target).select_related("by")
    found = entries.filter(source_digest__in={one[0] for one in of}, target_digest__in={one[1] for one in of})
    by_words = {(one.source_digest, one.target_digest): one for one in found}
    return {
        one.pk: by_words[key]
        for one in translations
        if (key := (digest(one.translation_of.data), digest(one.data, folding=False))) in by_words
    }
