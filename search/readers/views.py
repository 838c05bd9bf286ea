"""The results page, and what readers tell from it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from designcity.client_address import client_address
from designcity.errors import refused
from designcity.languages import name_in_words
from search.asking import engine, spelling
from search.asking.facets import Chosen
from search.asking.query import DEEPEST, PER_PAGE, Question
from search.asking.results import Results
from search.models import MissedSearch
from search.readers import suggestions
from search.readers.counting import count_click, count_search
from search.readers.limits import limiter
from search.readers.narrowing import address, chosen_in, facets
from search.text.marking import spans
from search.text.typed import Typed, cleaned

FEW = 3
"""So few results, and those of the other languages are shown beside them."""
LONGEST_MESSAGE = 1_000


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`, narrowed and sorted as the address says, a numbered page at a time."""
    typed, chosen = cleaned(request.GET.get("q", "")), chosen_in(request.GET)
    if typed.text and (wait := limiter.seconds_to_wait(client_address(request.META))):
        response = refused(request, gettext("Too many searches came from your address. Wait a moment."), 429)
        response["Retry-After"] = str(wait)
        return response
    number = _page_number(request.GET.get("page", ""))
    found = _find(typed, chosen, number)
    if typed.text and number == 1 and not chosen.narrowing and not found.from_database:
        count_search(_language(), typed.text, found.total)
    context = {
        "query": typed.text,
        "results": found,
        "chosen": chosen,
        "notice": _notice(typed, chosen, found),
        "facets": facets(request.GET, chosen, found.facets) if typed.text else [],
        "sort_addresses": {
            "relevance": address(request.GET, sort=""),
            "date": address(request.GET, sort="date"),
        },
        "everything": address(request.GET, **dict.fromkeys(chosen.narrowing, "")),
        "pages": _pages(found),
        **_elsewhere(typed, chosen, found, request.GET),
    }
    if found.total == 0:
        context |= _help(request, typed, chosen)
    return render(request, "search/results.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Answer with suggestions for `?q=` as JSON; under the application server `search/readers/thin.py` does."""
    made = suggestions.answer(_language(), request.GET.get("q", ""))
    response = HttpResponse(made.body, content_type="application/json; charset=utf-8")
    if request.headers.get("If-None-Match") == made.etag:
        response = HttpResponseNotModified()
    response["ETag"] = made.etag
    response["Cache-Control"] = f"private, max-age={suggestions.MAX_AGE}"
    return response


@require_POST
def missed(request: HttpRequest) -> HttpResponse:
    """Keep what a reader misses, without name or address, and go back to the results with thanks."""
    typed = cleaned(request.POST.get("q", ""))
    message = cleaned_message(request.POST.get("message", ""))
    said = {"q": typed.text}
    if limiter.seconds_to_wait(f"missed {client_address(request.META)}"):
        said["missed"] = "later"
    elif not message:
        said["missed"] = "empty"
    else:
        MissedSearch.objects.create(language_code=_language(), text=typed.text, message=message)
        said["missed"] = "thanks"
    return redirect(f"{reverse('search:results')}?{urlencode(said)}#missed")


@csrf_exempt
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """Count that a result was opened; a browser tells it as it leaves the page."""
    typed = cleaned(request.POST.get("q", ""))
    if typed.text and not limiter.seconds_to_wait(client_address(request.META)):
        count_click(_language(), typed.text)
    return HttpResponse(status=204)


def cleaned_message(raw: str) -> str:
    """Return what can be kept of a message: no control characters but line breaks, a thousand characters."""
    kept = "".join(char for char in raw[: LONGEST_MESSAGE * 2] if char.isprintable() or char == "\n")
    return kept.strip()[:LONGEST_MESSAGE]


def _find(typed: Typed, chosen: Chosen, page: int) -> Results:
    if typed.is_empty:
        return Results([])
    found = engine.find(_language(), typed.text, chosen, page)
    if page > found.num_pages:
        return engine.find(_language(), typed.text, chosen, found.num_pages)
    return found


def _page_number(raw: str) -> int:
    """Read a page number: nonsense counts as the first, too far as the deepest."""
    if not (raw.isascii() and raw.isdigit()):
        return 1
    return min(max(int(raw[:9]), 1), DEEPEST // PER_PAGE)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _notice(typed: Typed, chosen: Chosen, found: Results) -> str:
    if typed.was_cut:
        return gettext("The query was very long: only its beginning was searched for.")
    if found.from_database and chosen.narrowing.keys() - {"kind"}:
        return gettext("The full search is resting. These are simpler results, narrowed by kind alone.")
    if found.from_database:
        return gettext("The full search is resting. These are simpler results.")
    if not found.is_complete:
        return gettext("The search took long: there may be more than is shown.")
    return ""


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


def _elsewhere(typed: Typed, chosen: Chosen, found: Results, params: QueryDict) -> dict[str, Any]:
    """Return what another language has, narrowed in the same way, where the reader's own has little."""
    if typed.is_empty or found.total > FEW:
        return {}
    code, results = _best_elsewhere(typed.text, chosen)
    if not results.total:
        return {}
    label = gettext("In %(language)s") % {"language": name_in_words(code)}
    link = f"{_results_in(code)}{address(params)}"
    return {"elsewhere": results, "elsewhere_label": label, "elsewhere_address": link}


def _best_elsewhere(text: str, chosen: Chosen) -> tuple[str, Results]:
    """Return the other language whose titles are written as the query is, else the first that has anything.

    A page is found by the titles of its versions too: words of one language find pages in all.
    """
    best = "", Results([])
    for code, _name in settings.LANGUAGES:
        if code != _language():
            results = engine.find(code, text, chosen)
            if any(spans(hit.title, text) for hit in results.items):
                return code, results
            best = best if best[1].total else (code, results)
    return best


def _results_in(code: str) -> str:
    own = reverse("search:results")
    return own.replace(f"/{_language()}/", f"/{code}/", 1)


def _help(request: HttpRequest, typed: Typed, chosen: Chosen) -> dict[str, Any]:
    """Return what may help a reader who found nothing: another spelling, and an ear."""
    help_: dict[str, Any] = {"missed": request.GET.get("missed", "")}
    if typed.is_empty or chosen.narrowing:
        return help_
    meant = spelling.other_spelling(Question(_language(), typed.text))
    if meant and engine.find(_language(), meant).total:
        help_ |= {"meant": meant, "meant_address": f"?{urlencode({'q': meant})}"}
    return help_
