"""Works the board out anew: where something has changed, or all of it.

What changes a state is noted in its own transaction (by triggers, see the migration), so that nothing is
forgotten, whoever changes it and whichever way. Here the notes are struck off before the database is read:
what is committed later stands in a note of its own.
"""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db import connection, transaction
from wagtail.models import Locale, Page

from translating.assignments.models import Assignment
from translating.board.judging import Facts, judged
from translating.board.models import StatusChange, TranslationStatus
from translating.board.originals import Original, Version, originals, record_models
from translating.board.passages import Passages
from translating.board.states import WITH_WORDS_TO_DO

BATCH = 500
_LOCK = 0x7B0A2D
_KEY = ["translation_key", "locale"]
_KEPT_UP = [
    "source_locale",
    "content_type",
    "original_id",
    "version_id",
    "source_id",
    "section_id",
    "title",
    "is_page",
    "state",
    "since",
    "is_behind",
    "segments",
    "translated",
    "changed",
    "to_do",
]


def settle(most: int = BATCH) -> int:
    """Work out some originals of which something changed; return how many. One process at a time."""
    if not StatusChange.objects.exists():
        return 0
    with transaction.atomic():
        if not _is_ours():
            return 0
        noted = StatusChange.objects.values_list("translation_key", flat=True).distinct().order_by()
        keys = set(noted[:most])
        StatusChange.objects.filter(translation_key__in=keys).delete()
        _work_out(keys)
    return len(keys)


def note_everything() -> None:
    """Note every original, so that the whole board is worked out anew."""
    keys = set(Page.objects.filter(depth__gt=1).values_list("translation_key", flat=True))
    keys.update(TranslationStatus.objects.values_list("translation_key", flat=True))
    for model in record_models():
        keys.update(model._default_manager.values_list("translation_key", flat=True))
    StatusChange.objects.note(keys)


def _is_ours() -> bool:
    """Whether nobody else is at work: who began earlier could else write older states over newer ones."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def _work_out(keys: Collection[UUID]) -> None:
    rows = list(_rows(originals(keys)))
    TranslationStatus.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=_KEY, update_fields=_KEPT_UP
    )
    there = TranslationStatus.objects.filter(translation_key__in=keys)
    wanted = {(row.translation_key, row.locale_id) for row in rows}
    gone = [pk for pk, *place in there.values_list("pk", *_KEY) if tuple(place) not in wanted]
    TranslationStatus.objects.filter(pk__in=gone).delete()
    assignments = Assignment.objects.filter(status__translation_key__in=keys)
    assignments.finished().delete()
    assignments.begun_anew().update(ready_told_at=None)


def _rows(found: list[Original]) -> Iterator[TranslationStatus]:
    passages = Passages(found)
    locales = list(Locale.objects.values_list("pk", flat=True))
    sections = dict(Page.objects.filter(depth=3).values_list("path", "pk"))
    for original in found:
        for locale_id in locales:
            if locale_id != original.version.locale_id:
                yield _row(original, locale_id, passages, sections)


def _row(original: Original, locale_id: int, passages: Passages, sections: dict[str, int]) -> TranslationStatus:
    version = original.versions.get(locale_id)
    facts, to_do, changed = _facts(original, version, locale_id, passages)
    state, since = judged(facts)
    is_waiting = state in WITH_WORDS_TO_DO
    return TranslationStatus(
        translation_key=original.key,
        locale_id=locale_id,
        source_locale_id=original.version.locale_id,
        content_type_id=original.version.content_type_id,
        original_id=str(original.version.pk),
        version_id=str(version.pk) if version is not None else "",
        source_id=original.source.pk if original.source is not None else None,
        section_id=sections.get(original.version.path[: 3 * Page.steplen]),
        title=original.version.title,
        is_page=original.version.is_page,
        state=state,
        since=since,
        is_behind=facts.is_behind,
        segments=facts.segments,
        translated=facts.translated,
        changed=changed if is_waiting else 0,
        to_do=to_do if is_waiting else 0,
    )


def _facts(
    original: Original, version: Version | None, locale_id: int, passages: Passages
) -> tuple[Facts, int, int]:
    """Return what is known, how much is to do and how many passages are changed ones."""
    is_kept = locale_id in original.into
    is_there = version is not None and not version.is_placeholder
    progress = passages.progress(original, locale_id)
    facts = Facts(
        original_published_at=original.said_at,
        has_version=is_there or is_kept,
        is_live=is_there and version is not None and version.is_live,
        has_draft=version is not None and version.has_draft,
        edited_at=version.edited_at if version is not None else None,
        taken_at=original.source.last_updated_at if is_kept else None,
        begun_at=progress.begun_at,
        worked_at=progress.worked_at,
        written_at=passages.written_at(original, locale_id),
        segments=progress.segments,
        translated=progress.translated,
    )
    # What is written by hand has no passages to be counted.
    is_counted = is_kept or not is_there
    return facts, progress.to_do if is_counted else 0, progress.changed if is_counted else 0
