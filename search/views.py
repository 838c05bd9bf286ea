"""The results page, and the suggestions that the overlay asks for while a reader types."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language, get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from search import engine
from search.query import DEEPEST, MOST_OF_A_KIND, PER_PAGE
from search.results import Kind, Results
from search.typed import Typed, cleaned

SUGGESTIONS_MAX_AGE = 10


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`, of one `kind` or all, a numbered page at a time."""
    typed = cleaned(request.GET.get("q", ""))
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    found = _find(typed, kind, _page_number(request.GET.get("page", "")))
    context = {"query": typed.text, "results": found, "kind": kind, "notice": _notice(typed, found)}
    context |= {"kinds": _kinds(request, found, kind), "pages": _pages(found)}
    if found.total == 0:
        context |= _help(typed)
    return render(request, "search/results.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Answer with suggestions for `?q=` as JSON, grouped by kind, with an ETag."""
    typed = cleaned(request.GET.get("q", ""))
    found = Results([], {}) if typed.is_empty else engine.suggest(_language(), typed.text)
    answer = {"query": typed.text, "groups": _groups(found), "total": found.total}
    return _cacheable(request, answer)


def _find(typed: Typed, kind: str, page: int) -> Results:
    if typed.is_empty:
        return Results([], {})
    found = engine.find(_language(), typed.text, kind, page)
    if page > found.num_pages:
        return engine.find(_language(), typed.text, kind, found.num_pages)
    return found


def _page_number(raw: str) -> int:
    """Read a page number: nonsense counts as the first, too far as the deepest."""
    if not (raw.isascii() and raw.isdigit()):
        return 1
    return min(max(int(raw[:9]), 1), DEEPEST // PER_PAGE)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _notice(typed: Typed, found: Results) -> str:
    if typed.was_cut:
        return gettext("The query was very long: only its beginning was searched for.")
    if found.from_database:
        return gettext("The full search is resting. These are simpler results.")
    if not found.is_complete:
        return gettext("The search took long: there may be more than is shown.")
    return ""


def _kinds(request: HttpRequest, found: Results, active: str) -> list[dict[str, Any]]:
    rows = [("", _("All"), sum(found.counts.values()))]
    rows += [(kind.value, kind.label, found.counts.get(kind.value, 0)) for kind in Kind]
    return [
        {"kind": kind, "label": label, "count": count, "active": kind == active, "url": _url(request, kind)}
        for kind, label, count in rows
        if count or kind in ("", active)
    ]


def _url(request: HttpRequest, kind: str) -> str:
    params = request.GET.copy()
    params.pop("page", None)
    params["kind"] = kind
    if not kind:
        del params["kind"]
    return f"?{params.urlencode()}"


def _pages(found: Results) -> list[int | None]:
    """Return the page numbers to link: first, last, those around this one, None for a gap."""
    near = {1, found.num_pages, *range(found.page_number - 2, found.page_number + 3)}
    numbers = sorted(number for number in near if 1 <= number <= found.num_pages)
    pages: list[int | None] = []
    for number in numbers:
        if pages and number - (pages[-1] or 0) > 1:
            pages.append(None)
        pages.append(number)
    return pages


def _help(typed: Typed) -> dict[str, Any]:
    """Return what may help a reader who found nothing: the other languages, and places to start."""
    others = [code for code, _name in settings.LANGUAGES if code != _language()]
    help_: dict[str, Any] = {"starting_points": _starting_points(), "elsewhere": None}
    for code in [] if typed.is_empty else others:
        elsewhere = engine.find(code, typed.text)
        if elsewhere.total:
            label = gettext("In %(language)s") % {"language": get_language_info(code)["name_translated"]}
            return help_ | {"elsewhere": elsewhere, "elsewhere_label": label}
    return help_


def _starting_points() -> list[dict[str, str]]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return []
    home = site.root_page.localized
    sections = home.get_children().live().public().in_menu()
    return [{"label": page.title, "url": page.get_url()} for page in sections]


def _groups(found: Results) -> list[dict[str, Any]]:
    return [
        {"kind": kind.value, "label": str(kind.label), "items": rows}
        for kind in Kind
        if (rows := [hit.as_suggestion() for hit in found.items if hit.kind == kind][:MOST_OF_A_KIND])
    ]


def _cacheable(request: HttpRequest, answer: dict[str, Any]) -> HttpResponse:
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    digest = hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()[:24]
    etag = f'"{digest}"'
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponseNotModified()  # type: ignore[assignment]  # a response all the same
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={SUGGESTIONS_MAX_AGE}"
    return response
