"""The page that only the claimant knows: how the request stands, what was written, and room to write more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from designcity.secret_links import closed, kept_secret, unsigned
from designcity.spam import sends_too_often
from removals.requests import handling
from removals.requests.asking import too_many
from removals.requests.forms import MessageForm
from removals.requests.history import What
from removals.requests.models import SALT, RemovalRequest


@require_http_methods(["GET", "HEAD", "POST"])
def private(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with the state of a request, or take a message; 404 for a made-up address, 410 after the term."""
    response = kept_secret(_answer(request, token))
    # A browser that sends no referrer at all sends a form without its origin, and that is refused.
    response["Referrer-Policy"] = "same-origin"
    return response


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    key = unsigned(token, SALT)
    found = RemovalRequest.objects.filter(key=key).select_related("image").first() if key else None
    if found is None:
        words = _("The address is not whole: copy all of it from the mail you got.")
        return _closed(request, words, 404)
    if found.is_closed:
        words = _("Request {number} is settled, and what you told us has been deleted, as we promised.")
        return _closed(request, words.format(number=found.number), 410)
    return _taken(request, found) if request.method == "POST" else _shown(request, found, MessageForm())


def _taken(request: HttpRequest, found: RemovalRequest) -> HttpResponse:
    form = MessageForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, found, form)
    if sends_too_often(request, "requests-messages"):
        return too_many(request)
    handling.hear(found, form.cleaned_data["text"], form.cleaned_data["evidence"])
    return redirect(f"{request.path}?sent=1#messages")


def _shown(request: HttpRequest, found: RemovalRequest, form: MessageForm) -> HttpResponse:
    context = {
        "asked": found,
        "form": form,
        "form_address": request.path,
        "letters": found.messages.prefetch_related("files"),
        "evidence": found.files.filter(message__isnull=True),
        "steps": found.events.filter(what__in=[What.RECEIVED, What.STATE]),
        "is_received": "received" in request.GET,
        "is_sent": "sent" in request.GET,
    }
    return render(request, "removals/requests/private.html", context)


def _closed(request: HttpRequest, words: str, status: int) -> HttpResponse:
    return closed(request, _("This address opens no request"), words, status)
