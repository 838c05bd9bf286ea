"""The key by which a row names a page, a record, a picture or a file: never a number of the database."""

import uuid
from typing import Any

from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin, get_page_models
from wagtail.snippets.models import get_snippet_models

from designcity.pages import BasePage
from designcity.pinyin import PinyinPhrase
from designcity.terms import Term
from search.models import PromotedResult, SynonymGroup

NAMESPACE = uuid.UUID("5f0c3d0e-0b6e-4a53-9c1b-5b8f2f5d7a11")
"""From here the keys of items are counted that come from systems without such keys."""

LINKED = {"page": Page, "document": get_document_model()}
"""What rich text can link to, by the name of the kind of link."""

UNTRANSLATED = (PinyinPhrase, SynonymGroup, PromotedResult)
"""Records of one language, or of all: each goes by what it says."""


def page_types() -> dict[str, type[BasePage]]:
    """Return the page types by name, such as `news.ArticlePage`."""
    return {model._meta.label: model for model in get_page_models() if issubclass(model, BasePage)}


def record_types() -> dict[str, type[models.Model]]:
    """Return the records that are no pages by name: terms first, since everything else may name them."""
    translated = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    found = sorted(translated, key=lambda model: (not issubclass(model, Term), model._meta.label))
    return {model._meta.label: model for model in [*found, *UNTRANSLATED]}


def of_version(translation_key: Any, language: str) -> str:
    """Return the key of a page or record in one language."""
    return f"{translation_key}/{language}"


def parted(key: Any) -> tuple[uuid.UUID, str] | None:
    """Return the translation key and the language that a key names; None for one of another form."""
    text, _, language = str(key).partition("/")
    try:
        return uuid.UUID(text), language
    except ValueError:
        return None


def from_elsewhere(origin: str, item: str) -> str:
    """Return the translation key of an item of another system: the same whenever it is read."""
    return str(uuid.uuid5(NAMESPACE, f"{origin}\n{item}"))


def is_image(model: type[models.Model]) -> bool:
    """Whether a reference to the model is one to a picture."""
    return issubclass(model, get_image_model())


def is_document(model: type[models.Model]) -> bool:
    """Whether a reference to the model is one to a file."""
    return issubclass(model, get_document_model())
