"""What takedowns add to the editors' interface."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from provenance.takedowns.answering import removed
from provenance.takedowns.models import Takedown


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what is written into the history of a page."""
    actions.register_action("provenance.take_down", _("Take down"), _("Taken down at its owner's request"))
    actions.register_action("provenance.undo", _("Undo a takedown"), _("Brought back after a takedown"))


@hooks.register("before_serve_document")
def closed_documents(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Give nobody a document that only a page offered which is down."""
    takedown = Takedown.objects.of_document(document.pk).first()
    return None if takedown is None else removed(request, takedown)
