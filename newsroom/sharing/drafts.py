"""A draft as its secret link shows it."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from designcity.secret_links import closed, kept_secret
from newsroom.sharing.links import DraftLink
from newsroom.sharing.tokens import key_of


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with the latest draft of a page; 410 when the link no longer opens, 404 when it never did."""
    key = key_of(token)
    if key is None:
        words = _("The link is not whole: copy all of it from the message you got.")
        return kept_secret(_closed(request, words, 404))
    link = DraftLink.objects.filter(key=key).select_related("page__locale").first()
    if link is None or not link.is_open:
        return kept_secret(
            _closed(request, _("The link has run out or was withdrawn. Ask for a new one."), 410)
        )
    if request.path != link.address:
        return kept_secret(redirect(link.address))
    response = kept_secret(_shown(request, link))
    if request.method == "GET":
        link.note_opening()
    return response


def _shown(request: HttpRequest, link: DraftLink) -> HttpResponse:
    """Render the page as it would look, in the way of Wagtail's own previews."""
    page = link.page.get_latest_revision_as_object()
    request.is_preview = True  # type: ignore[attr-defined]  # Wagtail's own mark of a preview
    request.draft_link = link  # type: ignore[attr-defined]  # the base template says that this is a draft
    response = page.serve_preview(request, page.default_preview_mode)
    if hasattr(response, "render"):
        response = response.render()
    return _only_searching(request, response)


def _only_searching(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let no form of the draft be sent but the search's, whatever its template holds."""
    search = f"{request.get_host()}{reverse('search:results')}"
    csp_replace({"form-action": [search]})(lambda _request: response)(request)
    return response


def _closed(request: HttpRequest, words: str, status: int) -> HttpResponse:
    return closed(request, _("This link opens no draft"), words, status)
