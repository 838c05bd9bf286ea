"""The forms of snippets: who saves second is asked before the first one's words are covered."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.log_actions import registry

FIELD = "keeping_version"
FROM_REVISION = ("loaded_revision_id", "loaded_revision_created_at")
NOT_WORDS = {"csrfmiddlewaretoken", FIELD, *FROM_REVISION}


def version(instance: models.Model) -> str:
    """Return what names the saved state of a record: its latest revision, else its latest entry in the log."""
    revision = getattr(instance, "latest_revision", None)
    if revision is not None:
        return f"{revision.pk} {revision.created_at.isoformat()}"
    return str(_latest_entry(instance).pk if _latest_entry(instance) else "")


def ask_before_covering(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Answer a form that was begun from an older state with the question; its words come with it."""
    if request.method != "POST" or not request.accepts("text/html") or not _is_outdated(request, instance):
        return None
    entry = getattr(instance, "latest_revision", None) or _latest_entry(instance)
    context = {
        "instance": instance,
        "saved_by": entry.user,
        "saved_at": getattr(entry, "timestamp", None) or entry.created_at,
        "by_oneself": entry.user == request.user,
        "sent": _sent_again(request, instance),
    }
    return TemplateResponse(request, "newsroom/keeping/ask.html", context)


def _is_outdated(request: HttpRequest, instance: Any) -> bool:
    if FIELD not in request.POST:
        return False
    revision, at = (request.POST.get(name, "") for name in FROM_REVISION)
    begun = f"{revision} {at}" if revision else request.POST[FIELD]
    return begun != version(instance)


def _sent_again(request: HttpRequest, instance: Any) -> list[tuple[str, str]]:
    """Return the names and values to send once more, as begun from the state that is saved now."""
    sent = [(name, value) for name, values in request.POST.lists() if name not in NOT_WORDS for value in values]
    now = version(instance)
    revision, _, at = now.partition(" ")
    fresh = zip(FROM_REVISION, (revision, at), strict=True) if at else ()
    return [*sent, *fresh, (FIELD, now)]


def _latest_entry(instance: models.Model) -> Any:
    return registry.get_logs_for_instance(instance).select_related("user").order_by("-pk").first()
