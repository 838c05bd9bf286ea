"""The search backend of the editors' interface, with an analysis that can read Chinese."""

from typing import Any

# Han text is cut into overlapping pairs; single characters stay findable.
_HAN_PAIRS = ["cjk_width", "lowercase", "asciifolding", "han_pairs"]
_ANALYSIS = {
    "filter": {"han_pairs": {"type": "cjk_bigram", "output_unigrams": True}},
    "analyzer": {
        "default": {"type": "custom", "tokenizer": "standard", "filter": _HAN_PAIRS},
        "edgengram_analyzer": {
            "type": "custom",
            "tokenizer": "standard",
            "filter": [*_HAN_PAIRS, "edgengram"],
        },
    },
}


def backends(elasticsearch_url: str, prefix: str) -> dict[str, Any]:
    """Return WAGTAILSEARCH_BACKENDS: Elasticsearch when its address is set, PostgreSQL when it is empty."""
    if not elasticsearch_url:
        return {"default": {"BACKEND": "wagtail.search.backends.database"}}
    return {
        "default": {
            "BACKEND": "search.editors",
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
