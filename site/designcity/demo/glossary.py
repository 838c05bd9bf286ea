"""The demo's glossary: terms that are translated the same way everywhere."""

from typing import Any

from django.apps import apps

from designcity.demo.languages import Languages


def load(data: dict[str, Any], languages: Languages) -> None:
    """Create the terms of the source language with their translations."""
    terms = apps.get_model("translating.GlossaryTerm")
    translations = apps.get_model("translating.GlossaryTranslation")
    for row in data.get("term", []):
        term = terms(term=row["zh"], note=row.get("note", ""))
        term.full_clean()
        term.save()
        forms = {"approved": row["en"], "forbidden": row.get("not", "")}
        translation = translations(term=term, locale=languages.target, **forms)
        translation.full_clean()
        translation.save()
