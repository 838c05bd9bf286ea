"""From numbers of rows to keys: what an export puts in the place of references."""

from functools import lru_cache
from typing import Any

from django.db import models
from wagtail.models import Locale, Page

from exchange.sites.form import keys
from exchange.sites.form.richtext import rewritten

FilesByNumber = dict[int, str]
KEPT = 20_000


class Outward:
    """Gives the key of what a value refers to; None for what does not go out with it."""

    def __init__(self, images: FilesByNumber, documents: FilesByNumber) -> None:
        self.images = images
        self.documents = documents
        self.languages = dict(Locale.objects.values_list("pk", "language_code"))
        self._found = lru_cache(maxsize=KEPT)(self._find)

    def reference(self, model: type[models.Model], value: Any) -> str | None:
        """Return the key of the object of a model with a number."""
        if keys.is_image(model):
            return self.images.get(int(value))
        if keys.is_document(model):
            return self.documents.get(int(value))
        if issubclass(model, Locale):
            return self.languages.get(int(value))
        return self._found(Page if issubclass(model, Page) else model, int(value))

    def html(self, text: str) -> str:
        """Return rich text with keys for numbers."""
        return rewritten(text, self._linked)

    def _linked(self, kind: str, number: str) -> str | None:
        return self.reference(keys.LINKED[kind], number) if number.isdigit() else None

    def _find(self, model: type[models.Model], number: int) -> str | None:
        found = model._default_manager.filter(pk=number).values_list("translation_key", "locale_id").first()
        return keys.of_version(found[0], self.languages[found[1]]) if found else None
