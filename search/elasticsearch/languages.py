"""How the words of each language are cut and reduced: Elasticsearch's own parts for it, without plug-ins.

For every language of which Elasticsearch has an analyser there are the parts of that analyser: what its letters
become, its stemmer, its tokenizer. Stop words stay, as in every index of the site: all words of a query are
required, and a title may consist of them. Chinese, Japanese and Korean are cut into pairs of characters, which
every index does (`mapping.py`); of a language that is not here, words are compared as they are written.
"""

from dataclasses import dataclass, field
from typing import Any

STEMMERS = {
    "ar": "arabic", "bg": "bulgarian", "bn": "bengali", "ca": "catalan", "ckb": "sorani", "cs": "czech",
    "da": "danish", "de": "light_german", "el": "greek", "es": "light_spanish", "et": "estonian",
    "eu": "basque", "fi": "finnish", "fr": "light_french", "ga": "irish", "gl": "galician", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "light_italian", "lt": "lithuanian",
    "lv": "latvian", "nb": "norwegian", "nl": "dutch", "nn": "light_nynorsk", "no": "norwegian",
    "pt": "light_portuguese", "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip
"""Elasticsearch's stemmer for each language that has one; English has two of its own."""
LETTERS = {
    "ar": ["decimal_digit", "arabic_normalization"],
    "bn": ["decimal_digit", "indic_normalization", "bengali_normalization"],
    "ckb": ["sorani_normalization", "decimal_digit"],
    "da": ["scandinavian_folding"],
    "de": ["german_normalization"],
    "fa": ["decimal_digit", "arabic_normalization", "persian_normalization"],
    "hi": ["decimal_digit", "indic_normalization", "hindi_normalization"],
    "nb": ["scandinavian_folding"],
    "nn": ["scandinavian_folding"],
    "no": ["scandinavian_folding"],
    "sr": ["serbian_normalization"],
    "sv": ["scandinavian_folding"],
    "th": ["decimal_digit"],
    "ur": ["decimal_digit", "arabic_normalization", "persian_normalization"],
}
"""What writes the same letter in one way; after case and before accents, in every analysis of the language."""
ELISIONS = {
    "ca": ["d", "l", "m", "n", "s", "t"],
    "fr": ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"],
    "ga": ["d", "m", "b"],
    "it": ["c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl",
           "sugl", "un", "m", "t", "s", "v", "d"],
}  # fmt: skip
"""Articles that stand before a word with an apostrophe, and are no part of it."""
LOWERCASE = {"el": "greek", "ga": "irish", "tr": "turkish"}
"""Languages whose letters become small in their own way."""
TOKENIZERS = {"th": "thai"}
JOINED_BY_NOTHING = {"ckb", "fa", "ur"}
"""Languages that part a word from its ending by a sign without width, which a query has as a space."""
ARTICLES = {"ar": "^([\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=\\p{L}{3})"}
"""Patterns of what is written in one with a word and often not typed: the article, with what may precede it."""
OTHER_SCRIPTS = {
    "ar", "bg", "bn", "ckb", "el", "fa", "hi", "hy", "ja", "ko", "mk", "ru", "sr", "th", "uk", "ur", "zh",
}  # fmt: skip
"""Languages not written in Latin letters: Latin words in them are taken for English."""


@dataclass(frozen=True)
class Reading:
    """The parts of the analyses of one language: filters by their names, and those that are made for it."""

    letters: list[str]
    stems: list[str]
    starts: list[str] = field(default_factory=list)
    """What else a word may begin with, for what is typed letter by letter."""
    tokenizer: str = "standard"
    characters: list[str] = field(default_factory=list)
    made: dict[str, Any] = field(default_factory=dict)


def reading(code: str) -> Reading:
    """Return how a language is read; `pt-br` goes before `pt`, and what is not known is read by its letters."""
    small = _entry(LOWERCASE, code)
    elided, stemmer = _entry(ELISIONS, code), _entry(STEMMERS, code)
    made: dict[str, Any] = {}
    if small:
        made["own_lowercase"] = {"type": "lowercase", "language": small}
    if elided:
        made["elided"] = {"type": "elision", "articles": elided, "articles_case": True}
    if stemmer:
        made["own_stems"] = {"type": "stemmer", "language": stemmer}
    if article := _entry(ARTICLES, code):
        made["without_article"] = {"type": "pattern_replace", "pattern": article, "replacement": ""}
        made["or_without_article"] = {"type": "multiplexer", "filters": ["without_article"]}
    before = [name for name in ("elided",) if name in made]
    after = ["apostrophe"] if code.partition("-")[0] == "tr" else []
    return Reading(
        letters=[*before, *after, "own_lowercase" if small else "lowercase", *(_entry(LETTERS, code) or [])],
        stems=[*(["own_stems"] if stemmer else []), *(_english() if _is_english_beside(code) else [])],
        starts=["or_without_article"] if article else [],
        tokenizer=_entry(TOKENIZERS, code) or "standard",
        characters=["nothing_as_space"] if code.partition("-")[0] in JOINED_BY_NOTHING else [],
        made=made,
    )


def _english() -> list[str]:
    return ["possessive", "stems"]


def _is_english_beside(code: str) -> bool:
    return code.partition("-")[0] in OTHER_SCRIPTS | {"en"}


def _entry(table: dict[str, Any], code: str) -> Any:
    return table.get(code, table.get(code.partition("-")[0]))
