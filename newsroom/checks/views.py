"""The findings of a page: as a page of their own, and as data for the side panel of its form."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page

from designcity.pages import BasePage
from newsroom.checks import overriding, running
from newsroom.checks.answers import as_data, grouped
from newsroom.checks.findings import Severity
from provenance.overrides.models import may_decide


class Checks(WagtailAdminTemplateMixin, TemplateView):
    """All that is found in the draft of a page, with links to its fields; works without scripts."""

    template_name = "newsroom/checks/page.html"
    page_title = _("Checks")
    header_icon = "glasses"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the draft, for those who may edit or publish it."""
        super().setup(request, *args, **kwargs)
        page = get_object_or_404(Page.objects.select_related("latest_revision"), pk=kwargs["page_id"])
        self.page = page.get_latest_revision_as_object()
        if not isinstance(self.page, BasePage):
            raise Http404
        permissions = self.page.permissions_for_user(request.user)
        if not (permissions.can_edit() or permissions.can_publish()):
            raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the form of the page that is checked."""
        form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        above = {"url": form, "label": self.page.get_admin_display_title()}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        findings = running.of_page(self.page, self.request)
        is_about_rights = any(finding.right for finding in findings if finding.severity == Severity.MUST)
        address = self.request.build_absolute_uri(overriding.address(self.page))
        return context | {
            "address_to_decide": address if is_about_rights else "",
            "may_decide": may_decide(self.request.user),
            "checked": self.page,
            "groups": grouped(findings, self.page.pk),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
        }


class ChecksOnEdit(PreviewOnEditView):
    """The findings in a page that is being edited, as its form stands."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the findings in the form, or in the page as kept while the form holds mistakes."""
        form = self.get_form(request.POST)
        if not self.validate_form(form):
            return self.answer(self.get_object(), is_current=False)
        form.save(commit=False)
        return self.answer(self.object)

    def answer(self, page: Page, is_current: bool = True) -> HttpResponse:
        """Return the findings as data."""
        if not isinstance(page, BasePage):
            raise Http404
        with_rendered = self.request.GET.get("rendered") == "1"
        return JsonResponse(as_data(running.of_page(page, self.request, with_rendered), is_current))


class ChecksOnCreate(ChecksOnEdit, PreviewOnCreateView):
    """The findings in a page that is not yet kept."""

    def get_object(self) -> Any:
        """Return the new page, in the language of the page above it."""
        page = super().get_object()
        page.locale = Page.objects.select_related("locale").get(pk=self.parent_object_id).locale
        return page


def addresses() -> list[URLPattern]:
    """Return the addresses of these views; the data's stand below those of Wagtail's own previews."""
    new = "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>"
    return [
        path("pages/<int:page_id>/checks/", Checks.as_view(), name="newsroom_checks"),
        path(
            "pages/<int:page_id>/edit/preview/checks/", ChecksOnEdit.as_view(), name="newsroom_checks_on_edit"
        ),
        path(f"{new}/preview/checks/", ChecksOnCreate.as_view(), name="newsroom_checks_on_add"),
    ]
