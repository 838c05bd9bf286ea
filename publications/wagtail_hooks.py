from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.documents import get_document_model

from publications.updates import documents_moved


@hooks.register("after_bulk_action")
def after_bulk_action(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> None:
    """Follow documents that were put into another collection, of which no signal tells."""
    documents = get_document_model()
    if action_type == "add_to_collection":
        moved = [one.pk for one in objects if isinstance(one, documents)]
        documents_moved(documents.objects.filter(pk__in=moved))
