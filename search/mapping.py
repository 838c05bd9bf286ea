"""The mapping of the public indices, in one place: one index for each language, the same fields in all.

Two analyses carry everything. `words` is for whole words: Han text as overlapping pairs, so 设计之都 is found
by 设计, 计之 and 之都 together and never by a lone 设 somewhere; English words by their stems. `typing` is for
what a reader has typed so far: the same pairs, single characters, and every beginning of a Latin word.
"""

import hashlib
import json
from typing import Any

# Folds: full-width to half-width, case, accents. Then Han, Kana and Hangul become pairs.
_FOLD = ["cjk_width", "lowercase", "asciifolding"]
_STEMS = {
    "en": ["english_possessive", "english_stem"],
}
_FILTERS: dict[str, Any] = {
    "pairs": {"type": "cjk_bigram"},
    "pairs_and_singles": {"type": "cjk_bigram", "output_unigrams": True},
    "beginnings": {"type": "edge_ngram", "min_gram": 1, "max_gram": 20, "preserve_original": True},
    "english_possessive": {"type": "stemmer", "language": "possessive_english"},
    "english_stem": {"type": "stemmer", "language": "english"},
}


def definition(language: str) -> dict[str, Any]:
    """Return settings and mappings of the index of one language, as the create-index API takes them."""
    mappings = {"dynamic": "strict", "properties": _properties()}
    body = {"settings": {"index": _index_settings(), "analysis": _analysis(language)}, "mappings": mappings}
    fingerprint = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]
    mappings["_meta"] = {"fingerprint": fingerprint}
    return body


def _index_settings() -> dict[str, Any]:
    # A set interval also keeps an index fresh that nobody has searched for a while.
    return {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "500ms"}


def _analysis(language: str) -> dict[str, Any]:
    stems = _STEMS.get(language.partition("-")[0], [])
    singles = [*_FOLD, "pairs_and_singles"]
    return {
        "filter": _FILTERS,
        "analyzer": {
            "words": _custom([*_FOLD, "pairs", *stems]),
            # Single characters are indexed beside the pairs, so that one typed character finds something.
            "words_indexed": _custom([*singles, *stems]),
            "typing": _custom([*_FOLD, "pairs"]),
            "typing_indexed": _custom([*singles, "beginnings"]),
        },
        "normalizer": {"whole": {"type": "custom", "filter": _FOLD}},
    }


def _custom(filters: list[str]) -> dict[str, Any]:
    return {"type": "custom", "tokenizer": "standard", "filter": filters}


def _properties() -> dict[str, Any]:
    typing = {"type": "text", "analyzer": "typing_indexed", "search_analyzer": "typing"}
    whole = {"type": "keyword", "normalizer": "whole", "ignore_above": 512}
    words = {"type": "text", "analyzer": "words_indexed", "search_analyzer": "words"}
    return {
        "page_id": {"type": "long"},
        "kind": {"type": "keyword"},
        "title": {**words, "fields": {"typing": typing, "whole": whole}},
        "names": {**words, "fields": {"typing": typing, "whole": whole}},
        "summary": words,
        "body": {**words, "index_options": "offsets"},
        "url": {"type": "keyword", "index": False},
        "date": {"type": "date"},
    }
