"""What editors do to many things at once, of which no signal tells."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from wagtail.documents.models import Document

from search.updates.signals import documents_moved


def after_bulk_action(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> None:
    """Follow documents that were put into another collection."""
    if action_type == "add_to_collection":
        documents_moved([one for one in objects if isinstance(one, Document)])
