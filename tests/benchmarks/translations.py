"""Pages in all states of translation, put into the database by COPY; the board's triggers note them."""

import datetime
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationLog,
    TranslationSource,
)

from news.models import ArticlePage
from tests.benchmarks.filling import fill
from tests.corpora.pages import put_articles
from tests.corpora.rows import copy_rows, defaults

SEGMENTS = 10
"""Passages of a page: its title, its summary and some of its text."""
TRANSLATED = (10, 10, 10, 10, 10, 10, 10, 9, 9, 4)
"""How many passages are translated, page by page, again and again; the others were before they changed."""
SHARE_SUBMITTED = 0.6
"""Of the pages; the others were never given to be translated."""


def put_pages_to_translate(count: int) -> int:
    """Put so many Chinese articles, most with an English version, translated to different degrees."""
    fill(0)
    home = Page.objects.get(slug="news", locale__language_code="zh-hans")
    versions = list(Page.objects.filter(translation_key=home.translation_key).select_related("locale"))
    submitted = int(count * SHARE_SUBMITTED)
    put_articles(versions, submitted)
    put_articles([home], count - submitted, seed=2)
    _submit(_english_keys())
    return count


def _english_keys() -> list[uuid.UUID]:
    english = ArticlePage.objects.filter(locale__language_code="en").order_by("pk")
    return list(english.values_list("translation_key", flat=True))


def _submit(keys: list[uuid.UUID]) -> None:
    chinese, english = (Locale.objects.get(language_code=code).pk for code in ("zh-hans", "en"))
    now, long_ago = timezone.now(), timezone.now() - datetime.timedelta(days=30)
    sources, contexts, strings = (
        _ids(model, len(keys) * times)
        for model, times in (
            (TranslationSource, 1),
            (TranslationContext, SEGMENTS),
            (String, SEGMENTS * 2),
        )
    )
    kinds = {
        "content_type_id": ContentType.objects.get_for_model(Page).pk,
        "specific_content_type_id": ContentType.objects.get_for_model(ArticlePage).pk,
    }
    _copy(TranslatableObject, ({"translation_key": key, **kinds} for key in keys))
    _copy(
        TranslationSource,
        (
            {"id": pk, "object_id": key, "locale_id": chinese, "last_updated_at": now, "created_at": long_ago}
            | {"content_json": "{}"}
            | kinds
            for pk, key in zip(sources, keys, strict=True)
        ),
    )
    target = {"target_locale_id": english, "created_at": long_ago}
    _copy(Translation, ({"source_id": pk, "uuid": uuid.uuid4(), **target} for pk in sources))
    _copy(TranslationLog, ({"source_id": pk, "locale_id": english, "created_at": now} for pk in sources))
    _copy(
        TranslationContext,
        (
            {"id": pk, "object_id": keys[at // SEGMENTS], "path": f"body.{at}", "path_id": uuid.uuid4()}
            for at, pk in enumerate(contexts)
        ),
    )
    words = "在山城的老街上，设计师和居民一起想办法，把旧房子变成人人都能用的地方。"
    _copy(
        String,
        (
            {"id": pk, "locale_id": chinese, "data_hash": uuid.uuid4(), "data": f"{pk} {words}"}
            for pk in strings
        ),
    )
    present, before = strings[: len(contexts)], strings[len(contexts) :]
    _copy(
        StringSegment,
        (
            {"source_id": sources[at // SEGMENTS], "context_id": context, "string_id": string, "order": at}
            | {"attrs": "{}"}
            for at, (context, string) in enumerate(zip(contexts, present, strict=True))
        ),
    )
    done = {"locale_id": english, "translation_type": "manual", "created_at": long_ago, "updated_at": long_ago}
    _copy(
        StringTranslation,
        (
            {"translation_of_id": string, "context_id": context, "data": "Words.", **done}
            for context, string in _translated(contexts, present, before)
        ),
    )


def _translated(contexts: list[int], present: list[int], before: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the places that are translated; where the original changed, as it was before."""
    for at, (context, now, then) in enumerate(zip(contexts, present, before, strict=True)):
        is_done = at % SEGMENTS < TRANSLATED[at // SEGMENTS % len(TRANSLATED)]
        yield context, now if is_done else then


def _copy(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    known = defaults(model)
    if "id" in known:
        known.pop("id")
    given = iter(rows)
    first = next(given)
    known = {name: known.get(name) for name in {*known, *first} if name in _columns(model)}

    def all_rows() -> Iterator[dict[str, Any]]:
        yield first
        yield from given

    copy_rows(model, known, all_rows())


def _columns(model: Any) -> set[str]:
    return {str(field.column) for field in model._meta.local_concrete_fields}


def _ids(model: Any, count: int) -> list[int]:
    with connection.cursor() as cursor:
        sequence = f"pg_get_serial_sequence('{model._meta.db_table}', 'id')"
        cursor.execute(f"SELECT nextval({sequence}) FROM generate_series(1, %s)", [count])  # noqa: S608
        return [row[0] for row in cursor.fetchall()]
