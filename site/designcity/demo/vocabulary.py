"""What the demo's editors have taught the search: synonyms and promoted results."""

from typing import Any

from django.apps import apps

from designcity.demo.languages import Languages
from designcity.demo.lookup import Lookup


def load(data: dict[str, Any], lookup: Lookup, languages: Languages) -> None:
    """Create the groups of synonyms, which count in every language, and the promoted results of each."""
    for row in data.get("synonyms", []):
        _keep(apps.get_model("search.SynonymGroup")(words="\n".join(row["words"])))
    for place, row in enumerate(data.get("promoted", []), 1):
        page = lookup.page(row["page"])
        for name, locale in (("zh", languages.source), ("en", languages.target)):
            _keep(
                apps.get_model("search.PromotedResult")(
                    language_code=locale.language_code,
                    queries="\n".join(row[name]),
                    page=page.get_translation(locale) if name == "en" else page,
                    sort_order=place,
                )
            )


def _keep(entry: Any) -> None:
    entry.full_clean()
    entry.save()
