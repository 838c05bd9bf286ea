"""Where publishing is stopped besides the editors' form: approval, several pages at once, a translation."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page, Revision, TranslatableMixin

from designcity.pages import BasePage
from newsroom.checks import overriding
from newsroom.checks.findings import Finding
from newsroom.checks.running import must_be_mended, of_translation
from newsroom.checks.translations import translation_of
from newsroom.roles.records import may_bring_online
from provenance.overrides.models import may_decide


class CheckedWorkflowActionView(WorkflowActionView):
    """What is done with a page that waits for approval: it is not approved while something must be mended."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Stop an approval, and lead to the checks."""
        if self.action_name == "approve":
            stopped = stop(request, [self.object.specific.get_latest_revision_as_object()])
            if stopped is not None:
                return stopped
        return super().post(request, *args, **kwargs)


def before_bulk_action(
    request: HttpRequest, action_type: str, pages: Iterable[Page], action: Any
) -> HttpResponse | None:
    """Stop the publishing of several pages at once when one of them must be mended first."""
    if action_type != "publish":
        return None
    drafts = [page.specific.get_latest_revision_as_object() for page in pages if isinstance(page, Page)]
    return stop(request, drafts, back=action.next_url)


def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Stop a translation from being published when something of it must be mended first."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page)
    if translation is None:
        return None
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    stopped = stop(request, [draft], back=request.path)
    if stopped is None:
        _warn_of_words(request, page)
    return stopped


def before_edit_record(request: HttpRequest, record: Any) -> None:
    """Say of a record's translation, as it is brought online, what is said of a page's."""
    is_published = request.method == "POST" and request.POST.get("action") == "publish"
    if is_published and isinstance(record, TranslatableMixin) and may_bring_online(request.user, record):
        _warn_of_words(request, record)


def _warn_of_words(request: HttpRequest, instance: Any) -> None:
    """Say which terms are not followed and what nobody has looked at; it is published all the same."""
    for finding in of_translation(instance):
        messages.warning(request, finding.sentence)


def stop(request: HttpRequest, drafts: Iterable[Page], back: str = "") -> HttpResponse | None:
    """Say of each draft what must be mended before it is published; None when nothing must be."""
    refused = []
    for draft in drafts:
        findings = must_be_mended(draft)
        if findings:
            refused.append(draft)
            sentence = _("“%(title)s” is not published yet. %(finding)s")
            said = sentence % {"title": draft.title, "finding": findings[0].sentence}
            messages.error(request, said, buttons=_ways_on(request, draft, findings))
    if not refused:
        return None
    return redirect(back or checks_of(refused[0]))


def refuse_what_must_be_mended(revision: Revision) -> None:
    """Raise what must be mended in a version as errors at its fields, where no person is there to be told."""
    draft = revision.as_object()
    if isinstance(draft, BasePage) and (findings := must_be_mended(draft)):
        said: dict[str, list[str]] = {}
        for finding in findings:
            field = finding.place.path[0] if finding.place.path else NON_FIELD_ERRORS
            said.setdefault(field, []).append(str(finding.sentence))
        raise ValidationError(said)


def _ways_on(request: HttpRequest, draft: Page, findings: list[Finding]) -> list[Any]:
    ways = [messages.button(checks_of(draft), _("Checks"))]
    if may_decide(request.user) and any(finding.right for finding in findings):
        ways.append(messages.button(overriding.address(draft), _("Publish anyway, with a reason")))
    return ways


def checks_of(page: Page) -> str:
    """Return the address of the page that lists what was found in a page."""
    return reverse("newsroom_checks", args=[page.pk])
