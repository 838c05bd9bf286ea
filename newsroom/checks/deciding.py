"""Where a page is let through without settled rights, by who may: in its form, or in a view of its own."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from designcity.pages import BasePage
from designcity.reason_panel import REASON
from newsroom.checks.answers import grouped
from newsroom.checks.findings import Finding
from newsroom.checks.overriding import VIEW, reason_in
from newsroom.checks.running import must_be_mended
from provenance.overrides.logging import decide
from provenance.overrides.models import Override, may_decide

PUBLISHES = {"action-publish", "action-submit", "action-restart-workflow"}


def keep_decision(request: HttpRequest, page: Page) -> None:
    """Write the decision down before the page is published, when its form came with a reason."""
    reason = reason_in(request.POST)
    if reason and PUBLISHES & request.POST.keys() and may_decide(request.user):
        _decide(page.get_latest_revision_as_object(), request.user, reason)


def _decide(draft: Page, user: Any, reason: str) -> list[Finding]:
    """Let everything about rights in a draft through that was not let through before; return it."""
    found = _to_decide(draft)
    if found:
        decide(draft, user, reason, {finding.right: str(finding.sentence) for finding in found})
    return found


def _to_decide(draft: Page) -> list[Finding]:
    findings = must_be_mended(draft) if isinstance(draft, BasePage) else []
    return [finding for finding in findings if finding.right]


class ReasonForm(forms.Form):
    """A reason, which is kept for good."""

    reason_to_publish = forms.CharField(
        label=_("Reason to publish it all the same"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Reason, name and time are kept for good, and stand in the history of the page."),
    )


class DecideOnRights(WagtailAdminTemplateMixin, FormView):
    """What is not settled in the draft of a page; who may lets it through, whoever publishes it then."""

    form_class = ReasonForm
    template_name = "newsroom/checks/decide.html"
    page_title = _("Publish without settled rights")
    header_icon = "openquote"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the draft, for those who may decide."""
        super().setup(request, *args, **kwargs)
        if not may_decide(request.user):
            raise PermissionDenied
        self.draft = get_object_or_404(Page, pk=kwargs["page_id"]).get_latest_revision_as_object()
        if not isinstance(self.draft, BasePage):
            raise Http404

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        """Keep the decision, and say what it is good for."""
        if _decide(self.draft, self.request.user, form.cleaned_data[REASON]):
            said = gettext("“%(title)s” may be published now, with what stands below.")
            messages.success(self.request, said % {"title": self.draft.title})
        return redirect(address(self.draft.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "draft": self.draft,
            "groups": grouped(_to_decide(self.draft), self.draft.pk),
            "overrides": Override.objects.of_page(self.draft),
        }


def address(page_id: int) -> str:
    """Return where somebody decides on the rights of a page."""
    return reverse(VIEW, args=[page_id])


def addresses() -> list[URLPattern]:
    """Return the address of this view."""
    return [path("pages/<int:page_id>/rights/", DecideOnRights.as_view(), name=VIEW)]
