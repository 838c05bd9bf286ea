"""Very many pages, put into the database quickly: thousands a second, by PostgreSQL's COPY.

Pages made here behave as pages that Wagtail made. But no signal is sent, no revision, log entry or reference is
written: **the search knows nothing of them until its indices are built anew** (`search.indexing.rebuilding`).
"""

import datetime
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from designcity.pages import BasePage
from institutions.models import InstitutionPage
from news.models import ArticlePage
from tests.corpora.rows import copy_rows, defaults
from tests.corpora.text import Story, Writer, Writing

CHUNK = 1000
"""Stories written in one transaction; what memory holds at once."""
PERIOD = 1500
"""Days over which the articles are dated, back from today."""


def put_articles(parents: Iterable[Page], count: int, seed: int = 1) -> int:
    """Put generated articles under a news index and its translations, `count` in each language.

    The search must be rebuilt afterwards. Returns the number of pages.
    """
    return put(ArticlePage, parents, dated(Writer(seed).articles(count)))


def put_institutions(parents: Iterable[Page], count: int, seed: int = 1) -> int:
    """Put generated institutions under a directory and its translations, `count` in each language.

    The search must be rebuilt afterwards. Returns the number of pages.
    """
    return put(InstitutionPage, parents, Writer(seed).institutions(count))


def put(model: type[BasePage], parents: Iterable[Page], stories: Iterable[Story]) -> int:
    """Put one live page for each story and parent, in the parent's language; return how many there are.

    The pages of a story are each other's translations. The search must be rebuilt afterwards.
    """
    by_language = {parent.locale.language_code: parent.pk for parent in parents}
    done = 0
    rest = iter(stories)
    while chunk := list(islice(rest, CHUNK)):
        with transaction.atomic():
            done += sum(_put_chunk(model, pk, language, chunk) for language, pk in by_language.items())
    return done


def dated(stories: Iterable[Story]) -> Iterator[Story]:
    """Date stories back from today, a week apart, over some four years again and again."""
    today = timezone.localdate()
    for number, story in enumerate(stories):
        day = today - datetime.timedelta(days=number * 7 % PERIOD)
        for writing in story.writings.values():
            writing.fields["display_date"] = day
        yield story


def _put_chunk(model: type[BasePage], parent_id: int, language: str, stories: Sequence[Story]) -> int:
    # Locked, so that nobody else gives out the same paths meanwhile.
    parent = Page.objects.select_for_update().get(pk=parent_id)
    written = [(story.translation_key, story.writings[language]) for story in stories]
    ids = _new_ids(len(written))
    first = _next_step(parent)
    # Asked for now: nothing can be asked while rows are being copied.
    common = {"content_type_id": ContentType.objects.get_for_model(model).pk, **_as_child_of(parent)}
    nodes = (
        common | _node(parent, f"{model._meta.model_name}-{first + number}", first + number, pk, key, writing)
        for number, (pk, (key, writing)) in enumerate(zip(ids, written, strict=True))
    )
    copy_rows(Page, defaults(Page), nodes)
    own = defaults(model)
    copy_rows(model, own, (_own(own, pk, writing) for pk, (_key, writing) in zip(ids, written, strict=True)))
    Page.objects.filter(pk=parent_id).update(numchild=F("numchild") + len(written))
    return len(written)


def _new_ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        sequence = "pg_get_serial_sequence('wagtailcore_page', 'id')"
        cursor.execute(f"SELECT nextval({sequence}) FROM generate_series(1, %s)", [count])  # noqa: S608
        return [row[0] for row in cursor.fetchall()]


def _next_step(parent: Page) -> int:
    last = parent.get_last_child()
    return Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1


def _as_child_of(parent: Page) -> dict[str, Any]:
    now = timezone.now()
    dates = dict.fromkeys(["first_published_at", "last_published_at", "latest_revision_created_at"], now)
    return {"depth": parent.depth + 1, "locale_id": parent.locale_id, **dates}


def _node(parent: Page, slug: str, step: int, pk: int, key: uuid.UUID, writing: Writing) -> dict[str, Any]:
    return {
        "id": pk,
        "path": Page._get_path(parent.path, parent.depth + 1, step),
        "translation_key": key,
        "title": writing.title,
        "draft_title": writing.title,
        "slug": slug,
        "url_path": f"{parent.url_path}{slug}/",
    }


def _own(known: Mapping[str, Any], pk: int, writing: Writing) -> dict[str, Any]:
    """Return the columns of the page type; what a story has besides them is left out."""
    fields = {name: value for name, value in writing.fields.items() if name in known}
    return {"page_ptr_id": pk, "summary": writing.summary, "body": _body(writing.body), **fields}


def _body(paragraphs: Sequence[str]) -> str:
    """Return a page's body with one block of text, as it is kept."""
    html = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return json.dumps([{"type": "text", "value": html, "id": str(uuid.uuid4())}], ensure_ascii=False)
