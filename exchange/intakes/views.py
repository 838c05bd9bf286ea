"""What was not taken over, on a page of its own; the original; and putting the report aside."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from designcity.private_files import as_download
from exchange.intakes.models import Intake


def intake_for(request: HttpRequest, pk: int) -> Intake:
    """Return an intake whose page this editor may edit; raises Http404 or PermissionDenied."""
    intake = get_object_or_404(Intake.objects.select_related("page", "user"), pk=pk)
    if not intake.page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return intake


class IntakeReport(WagtailAdminTemplateMixin, TemplateView):
    """The report on one draft; sending its form puts the report aside."""

    template_name = "exchange/intake.html"
    page_title = _("Brought in")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        self.intake = intake_for(request, pk)
        return super().dispatch(request)

    def get_page_subtitle(self) -> str:
        return str(self.intake.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"intake": self.intake}

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show the report in the editor no more."""
        Intake.objects.filter(pk=self.intake.pk).update(is_done=True)
        return redirect("wagtailadmin_pages:edit", self.intake.page_id)


class Original(View):
    """The file from which a draft was made."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Answer with the file under the name that it came with."""
        intake = intake_for(request, pk)
        if not intake.original:
            raise Http404
        return as_download(intake.original, intake.name)
