"""The page that shows the state of the index, and the button that builds it anew."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from search.editors.health import health
from search.editors.languages import languages, name_of
from search.editors.permissions import REBUILD_INDEX, SEE_INDEX, may
from search.editors.state import RUNNING, RebuildState, language_states, rebuild_states
from search.elasticsearch import client as elasticsearch
from search.tasks import ask_for_rebuild


class IndexState(WagtailAdminTemplateMixin, TemplateView):
    """What the indices hold, what waits, what is being built, and how Elasticsearch is."""

    template_name = "search/admin/index_state.html"
    page_title = gettext_lazy("State of the index")
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        _require(request, SEE_INDEX, REBUILD_INDEX)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        server = health()
        held = server.documents if server else {}
        return context | {
            "server": server,
            "is_configured": elasticsearch.configured(),
            "languages": [
                {"state": one, "documents": held.get(one.code), "progress": progress(one.rebuild)}
                for one in language_states()
            ],
            "may_rebuild": may(self.request.user, REBUILD_INDEX),
        }


@require_safe
def rebuild_progress(request: HttpRequest) -> HttpResponse:
    """Answer with the progress of the rebuilds as JSON, by language."""
    _require(request, SEE_INDEX, REBUILD_INDEX)
    answer = {
        code: {"state": one.state, "done": one.done, "total": one.total, "text": progress(one)}
        for code, one in rebuild_states().items()
    }
    return JsonResponse(answer)


@require_POST
def start_rebuild(request: HttpRequest, language: str) -> HttpResponse:
    """Ask for a rebuild of a language, or say why there is none."""
    _require(request, REBUILD_INDEX)
    if language not in dict(languages()):
        raise Http404
    named = {"language": name_of(language)}
    if not elasticsearch.configured():
        messages.error(request, _("There is no Elasticsearch to build an index in."))
    elif ask_for_rebuild(language):
        messages.success(request, _("The index for %(language)s is being built anew.") % named)
    else:
        messages.warning(
            request, _("The index for %(language)s is being built already: wait until it is done.") % named
        )
    return redirect("search_index:index")


def progress(rebuild: RebuildState) -> str:
    """Say how far a rebuild is."""
    if rebuild.state == RUNNING and not rebuild.total:
        return _("It has begun.")
    return _("%(done)s of %(total)s pages") % {"done": rebuild.done, "total": rebuild.total}


def _require(request: HttpRequest, *permissions: str) -> None:
    if not may(request.user, *permissions):
        raise PermissionDenied
