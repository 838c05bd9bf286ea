"""The desk of files for translators: taking one out, bringing one in, and seeing what it does."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from translating.files import formats, reporting, taking
from translating.files.choosing import MOST_PAGES, TooMuch, chosen
from translating.files.forms import InForm, OutForm
from translating.files.gathering import sheets_of
from translating.files.judging import Verdict
from translating.files.models import Delivery
from translating.files.permissions import translates
from translating.files.sheets import Sheet
from translating.memory.permissions import MAY_EXPORT, MAY_IMPORT

PER_PAGE = 20


class ForTranslators(WagtailAdminTemplateMixin, TemplateView):
    """What only those see who translate."""

    header_icon = "resubmit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not translates(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[Any]:
        return []


class Files(ForTranslators):
    """Both forms, and what came in before."""

    template_name = "translating/files/files.html"
    page_title = gettext_lazy("Files for translators")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deliveries = Delivery.objects.seen_by(self.request.user).defer("sheets", "report")
        user = self.request.user
        given = {"page": self.request.GET.get("page"), "scope": "page"} if "page" in self.request.GET else {}
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            "out": OutForm(user, initial=given),
            "into": InForm(),
            "deliveries": Paginator(deliveries, PER_PAGE).get_page(self.request.GET.get("p")),
            "may_export_memory": user.has_perm(MAY_EXPORT),
            "may_import_memory": user.has_perm(MAY_IMPORT),
        } | context

    def refuse(self, **forms: Any) -> HttpResponse:
        """Show a form again with what is wrong with it."""
        return self.render_to_response(self.get_context_data(**forms), status=422)


class TakeOut(Files):
    """Answers with the file that the form asks for."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the file, or say why there is none."""
        form = OutForm(request.user, request.POST)
        if not form.is_valid():
            return self.refuse(out=form)
        asked = form.cleaned_data
        try:
            source, target = asked["languages"]
            translations = chosen(request.user, source, target, asked["scope"], asked["page"])
        except TooMuch:
            form.add_error(
                None, _("More than %(most)s pages: take a section at a time.") % {"most": MOST_PAGES}
            )
            return self.refuse(out=form)
        sheets = sheets_of(translations, only_open=asked["only_open"])
        if not sheets:
            form.add_error(None, _("There is nothing to translate that you may edit."))
            return self.refuse(out=form)
        return as_file(asked["format"], sheets)


class BringIn(Files):
    """Keeps a file that came back and leads to what it does."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Look at the file, or say why it cannot be read."""
        form = InForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.refuse(into=form)
        return redirect(taking.receive(form.cleaned_data["file"], form.name, request.user).url)


class DeliveryView(ForTranslators):
    """What a file does before it is taken over, and what it did after that."""

    template_name = "translating/files/delivery.html"
    page_title = gettext_lazy("File from translators")

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        self.delivery = get_object_or_404(Delivery.objects.seen_by(request.user), pk=pk)
        return super().dispatch(request)

    def get_page_subtitle(self) -> str:
        return self.delivery.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        report = self.delivery.report
        if self.delivery.taken_at is None:
            report = reporting.report_of(taking.judged(self.delivery, self.request.user))
        numbers = reporting.totals(report)
        return context | {
            "delivery": self.delivery,
            "pages": Paginator(report, PER_PAGE).get_page(self.request.GET.get("p")),
            "numbers": [(verdict.label, numbers[verdict]) for verdict in Verdict if numbers[verdict]],
            "writes": numbers[Verdict.NEW] + numbers[Verdict.REPLACES],
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take the file over and say what was."""
        delivery = taking.take(self.delivery, request.user)
        messages.success(request, _said(delivery))
        return redirect(delivery.url)


def as_file(form: str, sheets: list[Sheet]) -> HttpResponse:
    """Answer with a file, which a browser saves under the name of its page."""
    made = formats.write(form, sheets)
    name = formats.file_name(sheets[0].title) if len(sheets) == 1 else _("translations")
    full = f"{name}-{sheets[0].target_language}.{made.ending}"
    headers = {"Content-Disposition": content_disposition_header(True, full) or ""}
    return HttpResponse(made.content, content_type=made.kind, headers=headers)


def _said(delivery: Delivery) -> str:
    taken = ngettext("%(count)s sentence was taken over", "%(count)s sentences were taken over", delivery.taken)
    refused = ngettext("%(count)s was refused", "%(count)s were refused", delivery.refused)
    words = _("%(taken)s, %(refused)s. Nothing is published yet.")
    return words % {
        "taken": taken % {"count": delivery.taken},
        "refused": refused % {"count": delivery.refused},
    }
