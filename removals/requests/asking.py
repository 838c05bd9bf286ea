"""The page on which anybody asks for the removal or correction of a page or picture."""

from typing import Any

from django.conf import settings
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from designcity.spam import sends_too_often
from removals.requests import handling
from removals.requests.concerned import named_page, named_picture, page_at
from removals.requests.forms import RequestForm
from removals.requests.models import RemovalRequest

REQUESTS_PER_HOUR = 5
TRIES_PER_HOUR = 60
"""Forms with something missing among them: their files are judged too."""
STATED = (
    "kind",
    "right",
    "standing",
    "passage",
    "statement",
    "name",
    "organisation",
    "owner",
    "email",
    "phone",
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form, or take a request in and lead to its private page."""
    concerned = named_page(request.GET.get("page", ""))
    image = named_picture(request.GET.get("image", ""), concerned)
    known = {"names_page": concerned is not None, "names_picture": image is not None}
    context = {"concerned": concerned, "image": image, "form_address": request.get_full_path()}
    if request.method != "POST":
        return _shown(request, context | {"form": RequestForm(**known)})
    if sends_too_often(request, "requests-tries", TRIES_PER_HOUR):
        return too_many(request)
    form = RequestForm(request.POST, request.FILES, **known)
    if not form.is_valid():
        return _shown(request, context | {"form": form})
    taken = RemovalRequest.objects.filter(sent_form=form.sent_once).first()
    if taken is None and sends_too_often(request, "requests", REQUESTS_PER_HOUR):
        return too_many(request)
    taken = taken or _received(form, concerned or page_at(request, form.cleaned_data["address"]), image)
    return redirect(f"{taken.private_path}?received=1")


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer whoever sends more than a person would."""
    context = {"back": request.get_full_path()}
    return render(request, "removals/requests/too_many.html", context, status=429)


def _received(form: RequestForm, page: Any, image: Any) -> RemovalRequest:
    """Take the request in; a form that was sent twice in one moment is one request."""
    try:
        return handling.receive(_request_of(form, page, image), form.cleaned_data["evidence"])
    except IntegrityError:
        return RemovalRequest.objects.get(sent_form=form.sent_once)


def _request_of(form: RequestForm, page: Any, image: Any) -> RemovalRequest:
    cleaned = form.cleaned_data
    return RemovalRequest(
        language=get_language() or settings.LANGUAGE_CODE,
        sent_form=form.sent_once,
        page=page,
        page_title=page.title[:255] if page else "",
        address=cleaned.get("address") or (page.full_url or "")[:1000],
        image=image,
        **{name: cleaned[name] for name in STATED if name in cleaned},
    )


def _shown(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    days = {"days_to_answer": settings.REQUEST_DEADLINE_DAYS, "days_kept": settings.REQUEST_KEPT_DAYS}
    return render(request, "removals/requests/ask.html", context | days)
