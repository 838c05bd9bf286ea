"""A translation has an address of its own before it is published (wagtail-localize #902).

Upstream leaves the original's address where none is given: an English page would have that of a Chinese one.
"""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from translating.addresses.filling import fill

write = TranslationSource.create_or_update_translation


def _written(source: TranslationSource, locale: Locale, *args: Any, **kwargs: Any) -> Any:
    fill(source, locale)
    return write(source, locale, *args, **kwargs)


def apply() -> None:
    """Let every translation that is written go through here; `segments` does it for those that are synced."""
    TranslationSource.create_or_update_translation = _written
