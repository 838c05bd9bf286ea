"""The form of a new page: one form makes one page, however often it arrives."""

import json
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page

from newsroom.keeping import keys, turns


class KeepingCreateView(CreateView):
    """Wagtail's form of a new page, which an autosave and a click on “Publish” may send at the same time.

    The form's key becomes the page's translation key, which the database holds unique in each language.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make the page, or go on with the one that this form made already."""
        key = keys.read(request) if request.method == "POST" else None
        if key is None:
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            turns.wait_for_form(key)
            parent = Page.objects.filter(pk=kwargs["parent_page_id"]).values("locale")
            made = Page.objects.filter(translation_key=key, locale__in=parent, owner=request.user).first()
            return self.go_on(made) if made else super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Give the page the key of its form."""
        self.page.translation_key = keys.read(request) or self.page.translation_key
        return super().post(request)

    def go_on(self, page: Page) -> HttpResponse:
        """Treat what arrived as an edit of `page`; an autosave that comes after the publication is refused."""
        if self.expects_json_response and _is_decided(page):
            return self.json_error_response("invalid_revision", gettext("The page is saved already."))
        self.request.POST = _begun_from_own(self.request, page)
        edit = page_viewset_registry.get_by_page_id(page.pk).get_view_by_name("edit")
        response = edit(self.request, page_id=page.pk)
        return _with_address(response, page) if self.expects_json_response else response


def _is_decided(page: Page) -> bool:
    return bool(page.live or page.approved_schedule or page.specific.current_workflow_state)


def _begun_from_own(request: HttpRequest, page: Page) -> Any:
    """Return what was sent as begun from this account's latest version, unlike one that somebody else saved."""
    sent = request.POST.copy()
    own = page.revisions.filter(user=request.user).order_by("-created_at").first()
    if own is not None:
        sent["loaded_revision_id"] = str(own.pk)
        sent["loaded_revision_created_at"] = own.created_at.isoformat()
    return sent


def _with_address(response: HttpResponse, page: Page) -> HttpResponse:
    """Return the answer to an autosave with the address of the edit form, which the browser goes on with."""
    answer = json.loads(response.content)
    if not answer.get("success"):
        return response
    address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    return JsonResponse(
        answer | {"url": address, "hydrate_url": set_query_params(address, {"_w_hydrate_create_view": "1"})}
    )
