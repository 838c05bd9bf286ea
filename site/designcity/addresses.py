"""Readable addresses (slugs) for titles in any script: Han text becomes pinyin."""

from anyascii import anyascii
from django.utils.text import slugify

from designcity.pinyin import Phrases, units

MAX_LENGTH = 80


def readable_slug(title: str, fallback: str = "page", phrases: Phrases | None = None) -> str:
    """Return an ASCII slug of at most 80 characters, cut at a word: 设计之都 gives `she-ji-zhi-du`.

    `phrases` are the readings to follow; without them the built-in ones.
    """
    spaced = "".join(
        f" {reading} " if reading and not unit.isascii() else unit for unit, reading in units(title, phrases)
    )
    slug = slugify(anyascii(spaced)) or fallback
    if len(slug) <= MAX_LENGTH:
        return slug
    cut = slug[: MAX_LENGTH + 1].rpartition("-")[0]
    return cut or slug[:MAX_LENGTH]
