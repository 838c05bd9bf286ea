"""What the editors' form asks for while it is filled in, at addresses below Wagtail's own previews."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from designcity.pages import BasePage
from newsroom.proposals import addresses, summaries

LONGEST_TITLE = 255


class AddressOnEdit(PreviewOnEditView):
    """The address proposed for a page that is being edited, from the headline in `title`."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the proposal."""
        title = request.GET.get("title", "")[:LONGEST_TITLE]
        return JsonResponse({"proposal": addresses.proposed(title, self.parent(), self.object)})

    def parent(self) -> Page:
        """Return the page above."""
        return self.object.get_parent()


class AddressOnCreate(AddressOnEdit, PreviewOnCreateView):
    """The address proposed for a page that is not yet kept."""

    http_method_names = ("get",)

    def parent(self) -> Page:
        return Page.objects.get(pk=self.parent_object_id)


class SummaryOnEdit(PreviewOnEditView):
    """The summary proposed for a page that is being edited, from the form as it stands."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the proposal; empty while the form holds mistakes."""
        form = self.get_form(request.POST)
        if not isinstance(self.object, BasePage) or not self.validate_form(form):
            return JsonResponse({"proposal": ""})
        form.save(commit=False)
        return JsonResponse({"proposal": summaries.proposed(self.object)})


class SummaryOnCreate(SummaryOnEdit, PreviewOnCreateView):
    """The summary proposed for a page that is not yet kept."""

    http_method_names = ("post",)


def description(request: HttpRequest) -> HttpResponse:
    """Answer with the alternative text proposed for a picture: its description, whose number is `image`."""
    number = request.GET.get("image", "")
    policy = policy_registry.get_by_type(get_image_model())
    allowed = policy.instances_user_has_any_permission_for(request.user, ["choose", "change", "add"])
    is_number = number.isascii() and number.isdigit() and len(number) < 10
    picture = allowed.filter(pk=int(number)).first() if is_number else None
    return JsonResponse({"proposal": picture.default_alt_text if picture else ""})


def urls() -> list[URLPattern]:
    """Return the addresses of these views."""
    old = "pages/<int:page_id>/edit/preview"
    new = "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/preview"
    return [
        path(f"{old}/address/", AddressOnEdit.as_view(), name="newsroom_address_on_edit"),
        path(f"{new}/address/", AddressOnCreate.as_view(), name="newsroom_address_on_add"),
        path(f"{old}/summary/", SummaryOnEdit.as_view(), name="newsroom_summary_on_edit"),
        path(f"{new}/summary/", SummaryOnCreate.as_view(), name="newsroom_summary_on_add"),
        path("newsroom/description/", description, name="newsroom_description"),
    ]
