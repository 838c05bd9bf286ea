"""One request at the desk: the claim, what was written, what can be done, what happened."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from designcity.private_files import as_download
from removals.requests import history
from removals.requests.correspondence import RequestFile
from removals.requests.desk.access import MAY_HANDLE, ForOfficers
from removals.requests.desk.forms import AnswerForm, AssignForm, DeadlineForm, MoveForm, NoteForm
from removals.requests.history import What
from removals.requests.kinds import State
from removals.requests.models import RemovalRequest


class DeskPage(ForOfficers, WagtailAdminTemplateMixin, TemplateView):
    """A page about one request."""

    header_icon = "mail"
    _show_breadcrumbs = True

    @cached_property
    def asked(self) -> RemovalRequest:
        """The request, with what is shown of it."""
        found = RemovalRequest.objects.select_related("assigned_to", "page__locale", "image")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Request %(number)s") % {"number": self.asked.number}

    def get_breadcrumbs_items(self) -> list[Any]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("removals_requests"), "label": _("Removal requests")},
            {"url": "", "label": self.asked.number},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_handle = self.request.user.has_perm(MAY_HANDLE) and not self.asked.is_closed
        return super().get_context_data(**kwargs) | {"asked": self.asked, "may_handle": may_handle}


class Overview(DeskPage):
    """All of one request; `wrong` is a form of it that came back with errors."""

    template_name = "removals/requests/desk/request.html"
    wrong: dict[str, Any] = {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.asked
        forms = {
            "answer_form": AnswerForm(prefix="answer"),
            "note_form": NoteForm(prefix="note"),
            "assign_form": AssignForm(prefix="assign", initial={"officer": asked.assigned_to_id}),
            "deadline_form": DeadlineForm(prefix="deadline", initial={"day": asked.due_on}),
            "move_form": MoveForm(asked, prefix="move"),
        }
        return super().get_context_data(**kwargs) | {
            **forms,
            **self.wrong,
            "letters": asked.messages.select_related("author").prefetch_related("files"),
            "notes": asked.notes.select_related("author"),
            "evidence": asked.files.filter(message__isnull=True),
            "events": asked.events.all(),
            "given_up": asked.mails.given_up().exists(),
            "may_be_granted": State.GRANTED in asked.next_states,
            "may_be_moved": any(state != State.GRANTED for state in asked.next_states),
        }


class Download(ForOfficers, View):
    """A file that a claimant sent, saved by the browser and never shown or run by it."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int, file_id: int) -> HttpResponseBase:
        """Answer with the file, and write down who has it."""
        file = get_object_or_404(RequestFile.objects.select_related("request"), pk=file_id, request_id=pk)
        if not file.file.storage.exists(str(file.file.name)):
            return HttpResponse(_("The file is not there any more."), status=410, content_type="text/plain")
        history.write(file.request, What.DOWNLOADED, request.user)
        return as_download(file.file, file.name)
