"""The mapping of the public indices, in one place: one index for each language, the same fields in all.

How a language writes its letters and changes its words is told by `languages.py`.

Three analyses carry everything. `words` is for whole words: Han text as overlapping pairs, so 设计之都 is
found by 设计, 计之 and 之都 together and never by a lone 设 somewhere; Latin words by their stems. `exact` is
the same without stems and single characters. `typing` is for what a reader has typed so far: pairs, single
characters, and every beginning of a Latin word. What is computed before (`search/text/`) is indexed as it
comes: whole titles, pinyin, initials.
"""

import hashlib
import json
from typing import Any

from search.elasticsearch.languages import reading

LONGEST_START = 40
SHORT_START = 4
"""Of readings from every syllable on, only so much is indexed beginning by beginning; each has many of them."""
REFRESH_INTERVAL = "300ms"
"""So soon a change shows; a set interval also keeps an index fresh that nobody has searched for a while."""

# Two English stemmers, since each has blind spots: Porter's takes designers to design but buses to buse;
# Krovetz's takes buses to bus but leaves designers apart from design.
_FILTERS: dict[str, Any] = {
    "pairs": {"type": "cjk_bigram"},
    "pairs_and_singles": {"type": "cjk_bigram", "output_unigrams": True},
    "beginnings": {"type": "edge_ngram", "min_gram": 1, "max_gram": 20, "preserve_original": True},
    "starts": {"type": "edge_ngram", "min_gram": 1, "max_gram": LONGEST_START},
    "short_starts": {"type": "edge_ngram", "min_gram": 1, "max_gram": SHORT_START},
    "possessive": {"type": "stemmer", "language": "possessive_english"},
    "porter": {"type": "stemmer", "language": "english"},
    "krovetz": {"type": "stemmer", "language": "light_english"},
    "stems": {"type": "multiplexer", "filters": ["porter", "krovetz"], "preserve_original": False},
}

_CHARACTERS = {"nothing_as_space": {"type": "mapping", "mappings": ["\\u200C=>\\u0020"]}}


def definition(language: str) -> dict[str, Any]:
    """Return settings and mappings of the index of one language, as the create-index API takes them."""
    mappings = {"dynamic": "strict", "properties": _properties()}
    body = {"settings": {"index": _index_settings(), "analysis": _analysis(language)}, "mappings": mappings}
    fingerprint = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]
    mappings["_meta"] = {"fingerprint": fingerprint, "language": language}
    return body


def _index_settings() -> dict[str, Any]:
    return {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": REFRESH_INTERVAL}


def _analysis(language: str) -> dict[str, Any]:
    own = reading(language)
    # Folds: full-width to half-width, case, letters, accents. Then Han, Kana and Hangul become pairs.
    fold = ["cjk_width", *own.letters, "asciifolding"]

    def custom(tokenizer: str, filters: list[str]) -> dict[str, Any]:
        analyzer = _custom(tokenizer, filters)
        return analyzer | {"char_filter": own.characters} if own.characters else analyzer

    analysis: dict[str, Any] = {
        "filter": _FILTERS | own.made,
        "analyzer": {
            # Single characters are indexed beside the pairs, so that one typed character finds something.
            "words_indexed": custom(own.tokenizer, [*fold, "pairs_and_singles", *own.stems]),
            "words": custom(own.tokenizer, [*fold, "pairs", *own.stems]),
            "exact": custom(own.tokenizer, [*fold, "pairs"]),
            "typing_indexed": custom(own.tokenizer, [*fold, "pairs_and_singles", *own.starts, "beginnings"]),
            "typing": custom(own.tokenizer, [*fold, "pairs"]),
            "starts": _custom("keyword", ["starts"]),
            "short_starts": _custom("keyword", ["short_starts"]),
        },
    }
    return analysis | {"char_filter": _CHARACTERS} if own.characters else analysis


def _custom(tokenizer: str, filters: list[str]) -> dict[str, Any]:
    return {"type": "custom", "tokenizer": tokenizer, "filter": filters}


def _properties() -> dict[str, Any]:
    words = {"type": "text", "analyzer": "words_indexed", "search_analyzer": "words"}
    exact = {"type": "text", "analyzer": "exact"}
    typing = {"type": "text", "analyzer": "typing_indexed", "search_analyzer": "typing"}
    keyword = {"type": "keyword"}
    # Found by one look-up of what was typed; neither frequency nor length matters.
    starts: dict[str, Any] = {"type": "text", "analyzer": "starts", "search_analyzer": "keyword"}
    starts |= {"index_options": "docs", "norms": False}
    whole = {"type": "keyword", "doc_values": False}
    spoken = starts | {"analyzer": "short_starts", "fields": {"whole": whole}}
    return {
        "page_id": {"type": "long"},
        "kind": keyword,
        "title": {**words, "fields": {"exact": exact}},
        "names": {**words, "fields": {"exact": exact}},
        "filed": words,
        "elsewhere": words,
        "summary": {**words, "fields": {"exact": exact}},
        "body": {**words, "index_options": "offsets", "fields": {"exact": exact}},
        "attachments": {**words, "index_options": "offsets"},
        "typed": typing,
        "whole_title": keyword,
        "whole_name": keyword,
        "start": starts,
        "spoken_start": starts,
        "pinyin": spoken,
        "initials": spoken,
        "date": {"type": "date"},
        "year": {"type": "short"},
        "category": keyword,
        "district": keyword,
        "institutions": keyword,
        # All that a row shows, as JSON, in a column of its own: no body is read to show a title.
        "shown": {"type": "keyword", "index": False, "ignore_above": 30_000},
        # The text as it was written, where folding changed it; snippets are cut from it.
        "written": {"type": "object", "enabled": False},
        "digest": {"type": "keyword", "index": False},
    }
