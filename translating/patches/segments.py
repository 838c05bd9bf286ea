"""A sentence that moves within its page takes its translations along, and addresses follow what is synced.

wagtail-localize looks a translation up by text and place, and gives no sign once it has read the segments anew.
Upstream: https://github.com/wagtail/wagtail-localize/pull/900 (a signal after `update_from_db`).
"""

from functools import wraps

from wagtail_localize.models import TranslationSource

from translating.addresses import filling as addresses
from translating.changes.moving import keep_what_moved

_refresh_segments = TranslationSource.refresh_segments


@wraps(_refresh_segments)
def refresh_segments(self: TranslationSource) -> None:
    """Read the segments anew, take along what moved, and give each translation its address."""
    _refresh_segments(self)
    keep_what_moved(self)
    for translation in self.translations.filter(enabled=True).select_related("target_locale"):
        addresses.fill(self, translation.target_locale)


def apply() -> None:
    """Put it in place."""
    TranslationSource.refresh_segments = refresh_segments
