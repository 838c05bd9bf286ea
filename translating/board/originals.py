"""What is translated: the pages and records of the language they were written in, and their versions."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Locale, Page, get_translatable_models
from wagtail_localize.models import Translation, TranslationSource

from translating.board.news import says_anything_new


@dataclass(frozen=True)
class Version:
    """A page or record in one language."""

    pk: Any
    locale_id: int
    title: str
    content_type_id: int
    is_live: bool = True
    is_placeholder: bool = False
    has_draft: bool = False
    path: str = ""
    published_at: datetime.datetime | None = None
    edited_at: datetime.datetime | None = None

    @property
    def is_page(self) -> bool:
        """Whether it stands in the tree."""
        return bool(self.path)


@dataclass
class Original:
    """A version that others are translated from; `source` is what wagtail-localize took over of it."""

    key: UUID
    version: Version
    versions: dict[int, Version]
    source: Any = None
    into: set[int] = field(default_factory=set)
    """The languages into which wagtail-localize keeps a translation."""

    @cached_property
    def said_at(self) -> datetime.datetime | None:
        """When the original was published last, or given to translators if it has said nothing new since."""
        published_at, taken_at = self.version.published_at, getattr(self.source, "last_updated_at", None)
        if published_at and taken_at and published_at > taken_at and not says_anything_new(self.source):
            return taken_at
        return published_at


def record_models() -> list[Any]:
    """Return the kinds of records that are translated by themselves, not with the page they belong to."""
    return [
        model
        for model in get_translatable_models()
        if not issubclass(model, Page)
        and not any(isinstance(field, ParentalKey) for field in model._meta.get_fields())
    ]


def originals(keys: Collection[UUID]) -> list[Original]:
    """Return what is translated of some translation keys; the number of queries does not grow with them."""
    versions = _versions(keys)
    sources = _sources(keys)
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    found = []
    for key, by_locale in versions.items():
        known = sources.get(key, {})
        if version := _original(by_locale, known, languages):
            original = Original(key, version, by_locale)
            original.source, original.into = known.get(version.locale_id, (None, set()))
            if version.is_live or original.into:
                found.append(original)
    return found


def _original(by_locale: dict[int, Version], known: Any, languages: dict[int, str]) -> Version | None:
    """Return what the others are translated from: what is known to be so, else the site's own language."""
    first = [pk for pk, code in languages.items() if code == settings.LANGUAGE_CODE]
    translated = [pk for pk, (_source, into) in known.items() if into]
    order = [*(pk for pk in first if pk in translated), *translated, *first]
    written = (by_locale[pk] for pk in order if pk in by_locale)
    return next((version for version in written if not version.is_placeholder), None)


def _versions(keys: Collection[UUID]) -> dict[UUID, dict[int, Version]]:
    found: dict[UUID, dict[int, Version]] = defaultdict(dict)
    for key, version in _pages(keys):
        found[key][version.locale_id] = version
    if rest := set(keys) - found.keys():
        for model in record_models():
            for key, version in _records(model, rest):
                found[key][version.locale_id] = version
    return found


def _pages(keys: Iterable[UUID]) -> Iterator[tuple[UUID, Version]]:
    pages = Page.objects.filter(translation_key__in=keys, depth__gt=1).defer_streamfields()
    for page in pages.only(*PAGE_FIELDS):
        yield (
            page.translation_key,
            Version(
                page.pk,
                page.locale_id,
                page.title,
                page.content_type_id,
                page.live,
                page.alias_of_id is not None,
                page.has_unpublished_changes,
                page.path,
                page.last_published_at,
                page.latest_revision_created_at,
            ),
        )


PAGE_FIELDS = (
    "translation_key",
    "locale",
    "title",
    "content_type",
    "live",
    "alias_of",
    "has_unpublished_changes",
    "path",
    "last_published_at",
    "latest_revision_created_at",
)


def _records(model: Any, keys: Iterable[UUID]) -> Iterator[tuple[UUID, Version]]:
    kind = ContentType.objects.get_for_model(model).pk
    for record in model._default_manager.filter(translation_key__in=keys):
        is_live = record.live if isinstance(record, DraftStateMixin) else True
        yield record.translation_key, Version(record.pk, record.locale_id, str(record)[:255], kind, is_live)


def _sources(keys: Iterable[UUID]) -> dict[UUID, dict[int, tuple[Any, set[int]]]]:
    """Return the sources of wagtail-localize by key and language, each with the languages it goes into."""
    found: dict[UUID, dict[int, tuple[Any, set[int]]]] = defaultdict(dict)
    sources = TranslationSource.objects.filter(object_id__in=keys).defer("content_json")
    by_id = {source.pk: source for source in sources}
    for source in by_id.values():
        found[source.object_id][source.locale_id] = source, set()
    translations = Translation.objects.filter(source_id__in=by_id, enabled=True)
    for source_id, locale_id in translations.values_list("source_id", "target_locale_id"):
        source = by_id[source_id]
        found[source.object_id][source.locale_id][1].add(locale_id)
    return found
