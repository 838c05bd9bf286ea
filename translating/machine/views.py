"""Asking for machine translations, how far they are, and what stands beside the segments."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from designcity.languages import language_name
from newsroom.roles.languages import TRANSLATE
from translating.access import segment_of, translation_for
from translating.jobs.views import OneJob, Progress, Stop
from translating.machine import beside, deciding, jobs, offering
from translating.machine.models import Job, Proposal

ADDRESS = "localize/translate/<int:translation_id>/machine_translate/"
"""wagtail-localize's own, which this view stands before."""


@require_POST
def translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Say where the text goes, and have it translated once somebody has agreed."""
    translation = translation_for(request.user, translation_id)
    destination = offering.destination()
    back = get_valid_next_url_from_request(request) or translation.get_target_instance_edit_url()
    if "agreed" in request.POST:
        job = offering.ask_for(translation.pk, request.user)
        if job is None:
            messages.warning(request, _("There is nothing left to propose a translation for."))
        else:
            messages.success(request, _("The machine is at work. Its proposals appear beside the segments."))
        return redirect(back)
    context = {
        "destination": destination,
        "count": jobs.count([translation], translation.target_locale),
        "title": translation.source.object_repr,
        "language": language_name(translation.target_locale.language_code),
        "next": back,
        "action": request.path,
    }
    return TemplateResponse(request, "translating/machine/ask.html", context)


@permission_required(TRANSLATE)
def section(request: HttpRequest, page_id: int) -> HttpResponse:
    """Have a page and all below it translated into one language, once somebody has agreed."""
    destination = offering.destination()
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id)
    found = offering.section(page, request.user)
    by_code = {locale.language_code: (locale, translations) for locale, translations in found.items()}
    chosen = by_code.get(request.POST.get("language", ""))
    if request.method == "POST" and chosen is not None:
        job = jobs.ask(chosen[1], chosen[0], request.user)
        return redirect(job.address)
    choices = [_choice(locale, translations) for locale, translations in found.items()]
    context = {
        "destination": destination,
        "page": page,
        "choices": choices,
        "sends": any(choice["segments"] for choice in choices),
    }
    return TemplateResponse(request, "translating/machine/section.html", context)


def _choice(locale: Locale, translations: list[Translation]) -> dict[str, Any]:
    return {
        "code": locale.language_code,
        "name": language_name(locale.language_code),
        "pages": len(translations),
        "segments": jobs.count(translations, locale),
    }


class OneRequest(OneJob):
    """About a request of the user's own; about any for who manages them."""

    def visible(self) -> QuerySet:
        user = self.request.user
        found = Job.objects.select_related("locale", "by")
        return found if user.has_perm("translating.view_job") else found.filter(by=user.pk)


class RequestProgress(OneRequest, Progress):
    """How far a request is, and where its proposals are to be read."""

    part_name = "translating/machine/progress.html"
    page_title = gettext_lazy("Machine translation")
    header_icon = "globe"

    def get_page_subtitle(self) -> str:
        return str(language_name(self.job.locale.language_code))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"total": self.job.segments, "waiting": _waiting(self.job)}
        return super().get_context_data(**kwargs) | own


class StopRequest(OneRequest, Stop):
    """Ends a request after the batch that is under way."""

    said = gettext_lazy("It was stopped. What was proposed until now stays.")


def _waiting(found: Job) -> list[dict[str, Any]]:
    """Return the first fifty translations of a job with the number of proposals that nobody has read."""
    counted = [
        (translation, Proposal.objects.waiting(translation).count())
        for translation in Translation.objects.filter(pk__in=found.translations[:50]).select_related("source")
    ]
    return [
        {"title": one.source.object_repr, "count": number, "address": _reading(one)}
        for one, number in counted
        if number
    ]


def _reading(translation: Translation) -> str:
    return reverse("translating_machine_read", args=[translation.pk])


@never_cache
@require_GET
def known(request: HttpRequest, translation_id: int) -> JsonResponse:
    """Return what the script shows beside the segments: marks of the memory, proposals, the job under way."""
    return JsonResponse(beside.known(translation_for(request.user, translation_id)))


@require_POST
def confirm(request: HttpRequest, translation_id: int, segment_id: int) -> JsonResponse:
    """Take away the mark of a segment that the memory filled in."""
    translation = translation_for(request.user, translation_id)
    is_confirmed = beside.confirm(translation, segment_of(translation, segment_id), request.user)
    return JsonResponse({"confirmed": is_confirmed}, status=200 if is_confirmed else 409)


@require_POST
def decide(request: HttpRequest, translation_id: int, segment_id: int) -> JsonResponse:
    """Reject a proposal, or bring it back; accepting is saving its words."""
    translation = translation_for(request.user, translation_id)
    proposal = beside.proposal_for(translation, segment_of(translation, segment_id))
    if proposal is None:
        raise Http404
    if request.POST.get("decision") == "reopen":
        deciding.reopen(proposal)
    else:
        deciding.reject(proposal, request.user)
    proposal.refresh_from_db()
    return JsonResponse({"state": proposal.state})


@never_cache
def read(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the proposals of one page to be read, fifty at a time, and accept those that were ticked."""
    translation = translation_for(request.user, translation_id)
    waiting = beside.to_read(translation)
    if request.method == "POST":
        return _accepted(request, translation)
    shown = list(waiting[: beside.AT_ONCE])
    context = {
        "proposals": shown,
        "more": waiting.count() - len(shown),
        "title": translation.source.object_repr,
        "language": language_name(translation.target_locale.language_code),
        "editor": translation.get_target_instance_edit_url(),
        "source_code": translation.source.locale.language_code,
        "target_code": translation.target_locale.language_code,
    }
    return TemplateResponse(request, "translating/machine/read.html", context)


def _accepted(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Accept what was ticked and is still as it was read."""
    ticked = beside.ticked(translation, request.POST.getlist("read"))
    if "sure" not in request.POST or not ticked:
        messages.error(request, _("Nothing was accepted: tick what you have read, and say so below."))
    else:
        count = deciding.accept(ticked, request.user)
        sentence = ngettext(
            "%(count)s translation was accepted.", "%(count)s translations were accepted.", count
        )
        messages.success(request, sentence % {"count": count})
    return redirect(request.path)
