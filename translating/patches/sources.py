"""A sign that the text of a source was brought up to date, which wagtail-localize does not give.

Upstream: https://github.com/wagtail/wagtail-localize/pull/900 (a signal after `update_from_db`).
"""

from functools import wraps

from wagtail_localize.models import TranslationSource

from translating.filling.repeats import fill

_update_from_db = TranslationSource.update_from_db


@wraps(_update_from_db)
def update_from_db(self: TranslationSource) -> None:
    """Bring the source up to date, then fill in what is known of its new text."""
    _update_from_db(self)
    for translation in self.translations.filter(enabled=True).select_related("target_locale"):
        fill(translation)


def apply() -> None:
    """Put it in place."""
    TranslationSource.update_from_db = update_from_db
