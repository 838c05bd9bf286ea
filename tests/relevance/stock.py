"""Wagtail's own search, as its documentation sets it up: the measure for what the site's search adds."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, get_page_models
from wagtail.query import PageQuerySet
from wagtail.search import index

from designcity.pages import BasePage
from tests.relevance.engines import remove_indices
from tests.relevance.metrics import DEPTH

_BACKEND = "stock"
_PLAIN_TEXTS = ("summary", "role", "aim")
_NAMES = ("short_name",)


class Stock:
    """Wagtail's Elasticsearch backend with its default settings."""

    name = "stock"

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def find(self, language: str, text: str) -> list[int]:
        """Return what a search view as in Wagtail's documentation finds."""
        return [page.pk for page in _readable(language).search(text, backend=_BACKEND)[:DEPTH]]

    def suggest(self, language: str, text: str) -> list[int]:
        """Return what Wagtail completes."""
        return [page.pk for page in _readable(language).autocomplete(text, backend=_BACKEND)[:DEPTH]]


@contextmanager
def stock() -> Iterator[Stock]:
    """Index all pages as a plain Wagtail site does, under names of their own; the indices go at the end."""
    prefix = f"relevance-stock-{uuid.uuid4().hex[:8]}-"
    options = {
        "BACKEND": "wagtail.search.backends.elasticsearch9",
        "URLS": [settings.ELASTICSEARCH_URL],
        "INDEX_PREFIX": prefix,
        "TIMEOUT": 30,
    }
    with (
        _everything_searchable(),
        override_settings(WAGTAILSEARCH_BACKENDS={"default": options, _BACKEND: options}),
    ):
        try:
            call_command("update_index", backend_name=_BACKEND, verbosity=0)
            yield Stock(prefix)
        finally:
            remove_indices(prefix)


def _readable(language: str) -> PageQuerySet:
    return Page.objects.live().public().filter(locale=Locale.objects.get(language_code=language))


@contextmanager
def _everything_searchable() -> Iterator[None]:
    """Have Wagtail index what the site's own search indexes: summary, body, names and further texts.

    The site's page types don't name them, because their own search asks the pages for their words.
    """
    before = {
        model: vars(model).get("search_fields") for model in get_page_models() if issubclass(model, BasePage)
    }
    try:
        for model in before:
            model.search_fields = [*model.search_fields, *_further_fields(model)]
        yield
    finally:
        for model, fields in before.items():
            if fields is None:
                del model.search_fields
            else:
                model.search_fields = fields


def _further_fields(model: type[BasePage]) -> Iterator[index.BaseField]:
    for field in model._meta.get_fields():
        if isinstance(field, StreamField) or field.name in _PLAIN_TEXTS:
            yield index.SearchField(field.name)
        elif field.name in _NAMES:
            yield index.SearchField(field.name, boost=2)
            yield index.AutocompleteField(field.name)
