"""From keys to numbers of rows: what an import puts in the place of references, and which lead nowhere yet."""

from functools import lru_cache
from typing import Any

from django.db import models
from wagtail.models import Locale, Page, TranslatableMixin

from exchange.sites.form import keys
from exchange.sites.form.richtext import rewritten
from exchange.sites.models import Imported

KEPT = 20_000


class Inward:
    """Gives the number of what a key names; what is not there is noted in `missing`."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        self._number = lru_cache(maxsize=KEPT)(self._find)
        self._locales: dict[str, Locale] = {}

    def forget(self) -> None:
        """Forget what was found: a transaction was rolled back."""
        self._number.cache_clear()
        self._locales.clear()

    def number(self, model: type[models.Model], key: Any) -> int | None:
        """Return the number of the object of a model that a key names; None while it is not there."""
        try:
            return self._number(model, str(key))
        except LookupError:
            return None

    def reference(self, model: type[models.Model], value: Any) -> int | None:
        """Return the number that takes the place of a key."""
        number = self.number(model, value)
        if number is None:
            self.missing.append(str(value)[:100])
        return number

    def html(self, text: str) -> str:
        """Return rich text with numbers for keys, and nothing in it that editors could not write."""
        return rewritten(text, self._linked)

    def locale(self, language: str) -> Locale | None:
        """Return a language of the site."""
        if language not in self._locales:
            found = Locale.objects.filter(language_code=language).first()
            if found is None:
                return None
            self._locales[language] = found
        return self._locales[language]

    def _linked(self, kind: str, key: str) -> str | None:
        number = self.reference(keys.LINKED[kind], key)
        return None if number is None else str(number)

    def _find(self, model: type[models.Model], key: str) -> int:
        """Return a number, or raise `LookupError`, which is not kept: the next row may bring the object."""
        found = self._by_version(model, key) if issubclass(model, TranslatableMixin) else None
        if found is None and not issubclass(model, Page):
            found = self._as_imported(model, key)
        if found is None:
            raise LookupError(key)
        return int(found)

    def _by_version(self, model: type[models.Model], key: str) -> Any:
        parts = keys.parted(key)
        if parts is None:
            return None
        versions = model._default_manager.filter(translation_key=parts[0], locale__language_code=parts[1])
        return versions.values_list("pk", flat=True).first()

    def _as_imported(self, model: type[models.Model], key: str) -> Any:
        known = (
            Imported.objects.filter(kind=kind_of(model), key=key).values_list("object_id", flat=True).first()
        )
        return known if known and model._default_manager.filter(pk=known).exists() else None


def kind_of(model: type[models.Model]) -> str:
    """Return the type of the rows that bring objects of a model."""
    if keys.is_image(model):
        return "image"
    return "document" if keys.is_document(model) else "record"
