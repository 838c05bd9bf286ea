"""The records that pages are filed under: categories, tags, kinds, fields, districts, the plan's parts."""

from typing import Any

from django.apps import apps

from designcity.demo.filling import Filler
from designcity.demo.languages import Languages
from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs
from designcity.demo.translating import Translator
from designcity.terms import Term

MODELS = {
    "category": "news.Category",
    "tag": "news.Tag",
    "kind": "institutions.InstitutionKind",
    "field": "institutions.Field",
    "district": "institutions.District",
    "action": "campaigns.Action",
    "facility": "campaigns.Facility",
    "source": "provenance.Source",
}


def load(data: dict[str, Any], lookup: Lookup, languages: Languages, translator: Translator) -> int:
    """Create and translate all terms, in the order of the file; return how many there are."""
    count = 0
    for name, label in MODELS.items():
        model = apps.get_model(label)
        for place, row in enumerate(data.get(name, []), 1):
            lookup.terms[model, row["slug"]] = _term(model, place, row, lookup, languages, translator)
            count += 1
    return count


def _term(
    model: Any, place: int, row: dict[str, Any], lookup: Lookup, languages: Languages, translator: Translator
) -> Term:
    pairs = Pairs(f"terms.toml, {model._meta.model_name} “{row['slug']}”")
    term: Term = model(locale=languages.source, sort_order=place)
    Filler(lookup, pairs).fill(term, row)
    term.full_clean()
    term.save()
    translator.translate(term, pairs)
    return term
