"""Sections in the editors' interface: what to do, how far it is, what failed; and the buttons that stop it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView

from designcity.languages import language_name
from newsroom.roles.languages import TRANSLATE
from translating.jobs.views import OneJob, Progress, Stop, by_whom
from translating.sections import jobs
from translating.sections.forms import SectionForm
from translating.sections.models import Kind, SectionJob

ROWS = 50
TITLE = _("Work on sections")
WAY_HERE = [
    *WagtailAdminTemplateMixin.breadcrumbs_items,
    {"url": reverse_lazy("translating_sections"), "label": TITLE},
]
"""The steps from the home of the editors' interface to the list of what is done to sections."""


class ForTranslators:
    """For those who may submit pages for translation."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse everybody else."""
        if not request.user.has_perm(TRANSLATE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # a view stands behind it


class SubmitPage(SubmitPageTranslationView):
    """Upstream's form, where a page with those below it is worked on in the background."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Submit one page at once; let a section be worked on, and show how far it is."""
        if form.cleaned_data["include_subtree"] and not self.object.is_leaf():
            job = jobs.start(Kind.SUBMIT, self.object, form.cleaned_data["locales"], self.request.user)
            return redirect(job.address)
        answer: HttpResponse = super().form_valid(form)
        return answer


class StartSection(ForTranslators, WagtailAdminTemplateMixin, FormView):
    """Asks what to do with a section, and begins."""

    form_class = SectionForm
    template_name = "translating/sections/start.html"
    page_title = _("Translate the section")
    header_icon = "wagtail-localize-language"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the section; it is named by its original."""
        super().setup(request, *args, **kwargs)
        page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=kwargs["page_id"])
        self.section = page.alias_of or page

    def get_page_subtitle(self) -> str:
        return str(self.section.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*WAY_HERE, {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"section": self.section, "user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = (Kind.SUBMIT, Kind.SYNC)
        counts = {f"{kind.value}_count": jobs.pages_of(kind, self.section).count() for kind in kinds}
        return super().get_context_data(**kwargs) | counts

    def form_valid(self, form: SectionForm) -> HttpResponse:
        """Begin, and show how far it is."""
        said = form.cleaned_data
        publishes = said["publishes"] and said["kind"] == Kind.SYNC
        job = jobs.start(Kind(said["kind"]), self.section, said["locales"], self.request.user, publishes)
        return redirect(job.address)


class Sections(ForTranslators, IndexView):
    """What was and is being done to sections, the latest first."""

    model = SectionJob
    any_permission_required = None
    page_title = TITLE
    header_icon = "wagtail-localize-language"
    index_url_name = "translating_sections"
    index_results_url_name = "translating_sections_results"
    paginate_by = ROWS
    default_ordering = ("-began_at", "-pk")
    columns: list[Any] = [
        TitleColumn("title", label=pgettext_lazy("of the site", "Section"), get_url=lambda job: job.address),
        Column("kind", label=_("What is done"), accessor="get_kind_display"),
        StatusTagColumn(
            "state", label=_("State"), accessor="get_state_display", primary=lambda job: job.is_in_progress
        ),
        Column("count", label=_("How far"), accessor=lambda job: how_far(job)),
        Column("by", label=pgettext_lazy("who began it", "By whom"), accessor=lambda job: by_whom(job)),
        Column("began_at", label=_("Began"), accessor=lambda job: _moment(job)),
    ]

    def get_base_queryset(self) -> Any:
        return SectionJob.objects.with_counts().select_related("by")


class OneSection(ForTranslators, OneJob):
    """About the work on one section."""

    def visible(self) -> Any:
        return SectionJob.objects.with_counts().select_related("by", "section")


class SectionProgress(OneSection, Progress):
    """How far a job is, and what failed with the reason."""

    part_name = "translating/sections/progress.html"
    breadcrumbs_items = WAY_HERE
    header_icon = "wagtail-localize-language"

    def get_page_title(self) -> str:
        return str(self.job.get_kind_display())

    def get_page_subtitle(self) -> str:
        return str(self.job)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        failed = self.job.job_pages.failed().select_related("page")
        return super().get_context_data(**kwargs) | {
            "total": self.job.done + self.job.failed + self.job.left,
            "how_far": how_far(self.job),
            "languages": [language_name(locale.language_code) for locale in self.job.locales.all()],
            "failed": Paginator(failed, ROWS).get_page(self.request.GET.get("p")),
        }


class StopSection(OneSection, Stop):
    """Stops a job when its button is pressed."""

    said = _("The work is stopped. What is done stays, and it can go on at any time.")


class ResumeSection(StopSection):
    """Lets a job go on when its button is pressed."""

    said = _("The work goes on.")

    def carry_out(self) -> None:
        jobs.resume(self.job)


def how_far(job: Any) -> str:
    """Say how many pages are done, and how many failed."""
    total = job.done + job.failed + job.left
    said = gettext("%(done)s of %(total)s pages") % {"done": job.done, "total": total}
    if not job.failed:
        return said
    return gettext("%(said)s, %(failed)s failed") % {"said": said, "failed": job.failed}


def _moment(job: SectionJob) -> str:
    return str(date_format(localtime(job.began_at), "SHORT_DATETIME_FORMAT"))
