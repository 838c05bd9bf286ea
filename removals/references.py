"""What a page names, as it is now: Wagtail's index of references is written in the background, and may lag."""

from typing import Any

from wagtail.models import Page, ReferenceIndex


def named_by(page: Page, model: Any) -> set[int]:
    """Return the numbers of the objects of a model that a page, of its own type, names anywhere."""
    kind = ReferenceIndex._get_base_content_type(model).pk
    found = ReferenceIndex._extract_references_from_object(page)
    return {int(key) for content_type, key, _, _ in found if content_type == kind}
