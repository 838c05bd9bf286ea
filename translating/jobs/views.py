"""The screens that jobs share: how far one is, and the button that stops it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from translating.jobs.models import BackgroundJob


def by_whom(job: BackgroundJob) -> str:
    """Return the name of who began a job."""
    return str(get_user_display_name(job.by)) if job.by else "–"


class OneJob(View):
    """About one job of those that the user may see."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the job."""
        super().setup(request, *args, **kwargs)
        self.job: Any = get_object_or_404(self.visible(), pk=kwargs["job_id"])

    def visible(self) -> Any:
        """Return the jobs that the user may see."""
        raise NotImplementedError


class Progress(OneJob, WagtailAdminTemplateMixin, TemplateView):
    """How far a job is: the page, or for its script only what moves."""

    template_name = "translating/jobs/job.html"
    part_name: str
    """The template of what moves; it derives from `translating/jobs/progress.html`."""

    def get_template_names(self) -> list[str]:
        is_script = self.request.headers.get("X-Requested-With") == "XMLHttpRequest"
        return [self.part_name if is_script else self.template_name]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"job": self.job, "by": by_whom(self.job), "part": self.part_name}
        return super().get_context_data(**kwargs) | own


class Stop(OneJob):
    """Stops a job when its button is pressed."""

    http_method_names = ["post"]
    said: Promise
    """What is said afterwards."""

    def post(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Do it, say so, and show how far it is."""
        self.carry_out()
        messages.success(request, self.said)
        return redirect(self.job.address)

    def carry_out(self) -> None:
        """Do it."""
        self.job.stop()
