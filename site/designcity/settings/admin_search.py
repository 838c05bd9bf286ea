"""The search backend of the editors' interface, with an analysis that can read Chinese."""

from typing import Any

_FOLD = ["cjk_width", "lowercase", "asciifolding"]
# Han text is indexed as overlapping pairs and single characters, and asked for by pairs: 座谈 finds 座谈会 and
# never 就座 beside 谈到, and one character alone still finds something.
_INDEXED = [*_FOLD, "pairs_and_singles"]


def _custom(filters: list[str]) -> dict[str, Any]:
    return {"type": "custom", "tokenizer": "standard", "filter": filters}


_ANALYSIS = {
    "filter": {
        "pairs": {"type": "cjk_bigram"},
        "pairs_and_singles": {"type": "cjk_bigram", "output_unigrams": True},
    },
    "analyzer": {
        "default": _custom(_INDEXED),
        "default_search": _custom([*_FOLD, "pairs"]),
        "edgengram_analyzer": _custom([*_INDEXED, "edgengram"]),
    },
}


def backends(elasticsearch_url: str, prefix: str) -> dict[str, Any]:
    """Return WAGTAILSEARCH_BACKENDS: Elasticsearch when its address is set, PostgreSQL when it is empty."""
    if not elasticsearch_url:
        return {"default": {"BACKEND": "wagtail.search.backends.database"}}
    return {
        "default": {
            "BACKEND": "search.editors.backend",
            "URLS": [elasticsearch_url],
            "INDEX_PREFIX": f"{prefix}-admin-",
            "TIMEOUT": 3,
            "OPTIONS": {"max_retries": 0},
            "INDEX_SETTINGS": {
                "settings": {
                    "analysis": _ANALYSIS,
                    "index": {"number_of_replicas": 0},
                }
            },
        }
    }
