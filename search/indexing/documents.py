"""What is indexed: the document of a page, and which pages have one."""

import hashlib
import json
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Locale, Page, get_page_models

from designcity import pinyin
from designcity.pages import BasePage
from search.attachments.passages import Passage, passages_of
from search.text.folding import has_own_characters, simplified, squeezed
from search.text.spoken import Spoken, spoken

logger = logging.getLogger(__name__)

CHUNK = 200
# Elasticsearch refuses to highlight fields beyond a million characters; nobody reads that far.
LONGEST_BODY = 500_000
LONGEST_KEYWORD = 200
SMALL_PICTURE = "fill-112x84|format-webp"


@dataclass(frozen=True)
class Composed:
    """The document of a page."""

    page_id: int
    language: str
    source: dict[str, Any]

    @property
    def digest(self) -> str:
        """What tells this document from any other version of it."""
        return str(self.source["digest"])

    @cached_property
    def json(self) -> str:
        """The document as Elasticsearch takes it."""
        return json.dumps(self.source, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Surroundings:
    """What a batch of documents needs besides the pages: fetched once for all of them."""

    phrases: pinyin.Phrases
    titles: dict[Any, list[tuple[int, str]]]
    attachments: dict[int, list[Passage]]


def compose(page_ids: set[int]) -> list[Composed]:
    """Return the documents of those of `page_ids` that readers may find."""
    found: list[Composed] = []
    for model in _types_of(page_ids):
        # By the numbers in both tables: else PostgreSQL may read every page for each batch.
        pages = list(searchable(model).filter(pk__in=page_ids, id__in=page_ids).for_cards())
        if pages:
            model.prepare_for_search(pages)
            around = _surroundings(pages)
            found += [_composed(page, around) for page in pages]
    return found


def searchable(model: type[BasePage]) -> Any:
    """Return the pages of one type that readers may find: live, public, and in their own language's words."""
    return model.objects.readable().select_related("locale")


def page_types() -> list[type[BasePage]]:
    """Return the page types that have documents."""
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def _types_of(page_ids: set[int]) -> list[type[BasePage]]:
    """Return the page types among some pages, in one query."""
    present = set(Page.objects.filter(pk__in=page_ids).values_list("content_type_id", flat=True).distinct())
    types = page_types()
    of_model = ContentType.objects.get_for_models(*types)
    return [model for model in types if of_model[model].pk in present]


def chunks_of(locale: Locale) -> Iterator[set[int]]:
    """Yield the ids of all searchable pages of a language, 200 at a time, in flat memory."""
    for model in page_types():
        last = 0
        while ids := _ids_after(model, locale, last):
            yield set(ids)
            last = ids[-1]


def count(locale: Locale) -> int:
    """Return how many pages of a language have documents."""
    return sum(searchable(model).filter(locale=locale).count() for model in page_types())


def _ids_after(model: type[BasePage], locale: Locale, last: int) -> list[int]:
    pages: QuerySet = searchable(model).filter(locale=locale, pk__gt=last).order_by("pk")
    return list(pages.values_list("pk", flat=True)[:CHUNK])


def _surroundings(pages: Sequence[BasePage]) -> Surroundings:
    keys = {page.translation_key for page in pages}
    titles: dict[Any, list[tuple[int, str]]] = defaultdict(list)
    versions = Page.objects.live().public().filter(translation_key__in=keys, alias_of__isnull=True)
    for key, locale_id, title in versions.values_list("translation_key", "locale_id", "title"):
        titles[key].append((locale_id, title))
    return Surroundings(pinyin.phrases(), titles, passages_of({page.pk for page in pages}))


def _composed(page: BasePage, around: Surroundings) -> Composed:
    language = str(page.locale.language_code)
    names = [name for name in page.searchable_names() if name]
    elsewhere = [
        title for locale_id, title in around.titles[page.translation_key] if locale_id != page.locale_id
    ]
    body = "\n".join(page.searchable_text())[:LONGEST_BODY]
    attachments = around.attachments.get(page.pk, [])
    texts = _texts(page, names, elsewhere, body, attachments)
    said = [] if has_own_characters(language) else [spoken(one, around.phrases) for one in (page.title, *names)]
    source = texts | _typed(page, names, elsewhere, said) | _facets(page)
    source["shown"] = json.dumps(_shown(page, language, attachments), ensure_ascii=False, separators=(",", ":"))
    written = {"summary": _summary(page), "body": body}
    if any(simplified(text, language) != text for text in written.values()):
        source["written"] = written
    source["digest"] = _digest(source)
    return Composed(page.pk, language, source)


def _texts(
    page: BasePage, names: list[str], elsewhere: list[str], body: str, attachments: list[Passage]
) -> dict[str, Any]:
    language = str(page.locale.language_code)
    return {
        "page_id": page.pk,
        "title": simplified(page.title, language),
        "names": [simplified(name, language) for name in names],
        "filed": [simplified(name, language) for name in page.searchable_terms() if name],
        "elsewhere": elsewhere,
        "summary": simplified(_summary(page), language),
        "body": simplified(body, language),
        "attachments": [simplified(passage.text, language) for passage in attachments],
    }


def _typed(page: BasePage, names: list[str], elsewhere: list[str], said: list[Spoken]) -> dict[str, Any]:
    """Return what is compared with a query as it is typed, letter by letter."""
    language = str(page.locale.language_code)
    return {
        "typed": [simplified(text, language) for text in (page.title, *names, *elsewhere)],
        "whole_title": squeezed(page.title, language)[:LONGEST_KEYWORD],
        "whole_name": [squeezed(name, language)[:LONGEST_KEYWORD] for name in names],
        "start": [squeezed(text, language)[:LONGEST_KEYWORD] for text in (page.title, *names)],
        "spoken_start": [key for one in said for key in (one.pinyin[:1] + one.initials[:1])],
        "pinyin": sorted({key for one in said for key in one.pinyin}),
        "initials": sorted({key for one in said for key in one.initials}),
    }


def _facets(page: BasePage) -> dict[str, Any]:
    date = page.date
    return {
        "kind": page.kind,
        "date": date.isoformat() if date else None,
        "year": date.year if date else None,
        **page.search_facets(),
    }


def _shown(page: BasePage, language: str, attachments: list[Passage]) -> dict[str, Any]:
    """Return all that a row of results or suggestions shows."""
    with override(language):
        date_text = date_format(page.date) if page.date else ""
    return {
        "title": page.title,
        "summary": _summary(page),
        "url": page.get_url(),
        "kind": page.kind,
        "date": page.date.isoformat() if page.date else "",
        "date_text": date_text,
        "image": _small_picture(page),
        "attachments": [{"title": passage.title, "url": passage.url} for passage in attachments],
    }


def _summary(page: BasePage) -> str:
    return page.summary or page.search_description


def _small_picture(page: BasePage) -> str:
    image: Any = page.card_image
    if image is None:
        return ""
    try:
        return str(image.get_rendition(SMALL_PICTURE).url)
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        logger.warning("The picture of page %s cannot be made small: %s", page.pk, error)
        return ""


def _digest(source: dict[str, Any]) -> str:
    return hashlib.sha1(json.dumps(source, sort_keys=True).encode(), usedforsecurity=False).hexdigest()
