"""What is changed inside wagtail-localize is still what was changed when it was written."""

import hashlib
import inspect

import wagtail_localize.models
from wagtail_localize.models import TranslationSource

from translating.patches import sources


def digest_of(function: object) -> str:
    """Return the digest of a function's source."""
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:16]  # type: ignore[arg-type]


def test_a_source_is_still_brought_up_to_date_in_the_way_the_patch_follows() -> None:
    assert digest_of(sources._update_from_db) == "08aa1619384934a9"
    assert TranslationSource.update_from_db is sources.update_from_db


def test_upstream_has_no_signal_of_its_own_yet() -> None:
    """Once it has `post_source_update` (pull request 900), translating/patches/sources.py goes."""
    assert not hasattr(wagtail_localize.models, "post_source_update")
