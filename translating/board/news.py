"""Whether an original that was published again says anything new: another day of going offline is none."""

import json
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import TranslationSource

BOOKKEEPING = frozenset(
    {
        "draft_title",
        "embargo_until",
        "expire_at",
        "expired",
        "first_published_at",
        "go_live_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
    }
)
"""What a page keeps of its publication; readers of the translation have no need of it."""


def says_anything_new(source: TranslationSource) -> bool:
    """Whether readers of a page have anything that was not given to its translators."""
    page = source.get_source_instance()
    return not isinstance(page, Page) or _said(source.content_json) != _said(page.to_json())


def _said(kept: str) -> dict[str, Any]:
    return {name: value for name, value in json.loads(kept).items() if name not in BOOKKEEPING}
