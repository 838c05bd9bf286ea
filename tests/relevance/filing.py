"""The terms of `terms.toml`, under which judged pages are filed."""

import tomllib
from typing import Any

from wagtail.models import Locale

from designcity.terms import Term
from institutions.models import District
from news.models import Category
from tests.relevance.judged import LANGUAGES
from tests.relevance.judgements import HERE

Terms = dict[tuple[str, str, str], int]
"""The ids of terms, by what they are, address and language."""

_MODELS: dict[str, type[Term]] = {"category": Category, "district": District}


def set_up_terms() -> Terms:
    """Make the terms that are missing, in all languages; return the ids of all."""
    table = tomllib.loads((HERE / "terms.toml").read_text(encoding="utf-8"))
    found: Terms = {}
    for name, model in _MODELS.items():
        for row in table[name]:
            found |= {(name, row["slug"], language): pk for language, pk in _made(model, row).items()}
    return found


def _made(model: type[Term], row: dict[str, Any]) -> dict[str, int]:
    ids: dict[str, int] = {}
    shared: dict[str, Any] = {"slug": row["slug"]}
    for language in LANGUAGES:
        locale = Locale.objects.get(language_code=language)
        term, _ = model._default_manager.get_or_create(
            slug=row["slug"], locale=locale, defaults={"name": row[language], **shared}
        )
        ids[language], shared["translation_key"] = term.pk, term.translation_key
    return ids
