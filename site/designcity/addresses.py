"""Readable addresses (slugs) for titles in any script: Han text becomes pinyin."""

from anyascii import anyascii
from django.conf import settings
from django.utils.text import slugify
from pypinyin import Style, lazy_pinyin, load_phrases_dict

MAX_LENGTH = 80

# Readings that the dictionary of pypinyin lacks or gets wrong, syllable by syllable.
PHRASES: dict[str, list[list[str]]] = {
    "设计之都": [["shè"], ["jì"], ["zhī"], ["dū"]],
    "之都": [["zhī"], ["dū"]],
}
load_phrases_dict(PHRASES | getattr(settings, "PINYIN_PHRASES", {}))


def syllables(text: str) -> list[str]:
    """Return the pinyin syllables of Han text in order; runs of other characters stay as they are."""
    found: list[str] = lazy_pinyin(text, style=Style.NORMAL)
    return found


def readable_slug(title: str, fallback: str = "page") -> str:
    """Return an ASCII slug of at most 80 characters, cut at a word: 设计之都 gives `she-ji-zhi-du`."""
    slug = slugify(anyascii(" ".join(syllables(title)))) or fallback
    if len(slug) <= MAX_LENGTH:
        return slug
    cut = slug[: MAX_LENGTH + 1].rpartition("-")[0]
    return cut or slug[:MAX_LENGTH]
