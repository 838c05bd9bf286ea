"""Takedowns in the editors' interface: the list, what is kept, taking down, and the way back."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, FormView, ListView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from designcity.private_files import as_download
from removals.takedowns.content import words_of
from removals.takedowns.errors import TakedownError
from removals.takedowns.forms import (
    TakeDownForm,
    TakeDownPageForm,
    TakeDownPassageForm,
    TakeDownPictureForm,
    UndoForm,
)
from removals.takedowns.models import Status, Takedown
from removals.takedowns.permissions import SEE, TAKE_DOWN, may_take_down
from removals.takedowns.taking import take_down, undo


class Permitted:
    """Lets in those who have one permission."""

    permission: ClassVar[str] = SEE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse the others."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # a view's
        return response


class TakedownList(Permitted, WagtailAdminTemplateMixin, ListView):
    """All takedowns, the newest first."""

    queryset = Takedown.objects.select_related("taken_down_by")
    paginate_by = 50
    template_name = "removals/takedowns/list.html"
    page_title = _("Takedowns")
    header_icon = "cross"

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"may_take_down": may_take_down(self.request.user)}


class TakedownDetail(Permitted, WagtailAdminTemplateMixin, DetailView):
    """One takedown, with all that is kept of it."""

    queryset: QuerySet[Takedown] = Takedown.objects.select_related("taken_down_by", "undone_by")
    context_object_name = "takedown"
    template_name = "removals/takedowns/detail.html"
    page_title = _("Takedown")
    header_icon = "cross"

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "kept": words_of(self.object),
            "pages": self.object.pages.order_by("pk"),
            "may_undo": self.object.can_be_undone and may_take_down(self.request.user),
            "requests": self.object.requests.order_by("pk"),
        }


class KeptFile(Permitted, View):
    """The file of a picture that was taken down, to save."""

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        takedown = get_object_or_404(Takedown, pk=pk)
        if not takedown.file:
            raise Http404
        return as_download(takedown.file, takedown.public_name.rpartition("/")[2])


class Undo(Permitted, WagtailAdminTemplateMixin, FormView):
    """Asks before something is brought back, and does it."""

    permission = TAKE_DOWN
    form_class = UndoForm
    template_name = "removals/takedowns/undo.html"
    page_title = _("Bring back")
    header_icon = "undo"

    @cached_property
    def takedown(self) -> Takedown:
        """What is to be brought back."""
        return get_object_or_404(Takedown, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"takedown": self.takedown}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"takedown": self.takedown}

    def form_valid(self, form: UndoForm) -> HttpResponse:
        """Bring it back, or say why that is not possible."""
        try:
            undo(self.takedown, by=self.request.user, words=form.cleaned_data.get("words", ""))
        except TakedownError as error:
            messages.error(self.request, str(error))
        else:
            messages.success(self.request, gettext("It is online again as it was."))
        return redirect("removals_takedown", pk=self.takedown.pk)


class TakeDown(Permitted, WagtailAdminTemplateMixin, FormView):
    """The form by which something is taken down without a request."""

    permission = TAKE_DOWN
    form_class: type[TakeDownForm]
    template_name = "removals/takedowns/take_down.html"
    header_icon = "cross"

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def form_valid(self, form: TakeDownForm) -> HttpResponse:
        """Take it down, or say why that is not possible; nothing was changed then."""
        data = form.cleaned_data
        try:
            self.takedown = take_down(
                form.target(),
                by=self.request.user,
                reason=data["reason"],
                request_number=data["request_number"],
                status=data.get("status", Status.FOR_LEGAL_REASONS),
            )
        except TakedownError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, gettext("It is taken down."))
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("removals_takedown", args=[self.takedown.pk])


class TakeDownPage(TakeDown):
    """Takes down a page."""

    form_class = TakeDownPageForm
    page_title = _("Take down a page")

    def get_initial(self) -> dict[str, Any]:
        return {"page": address_of(self.request)}


class TakeDownPicture(TakeDown):
    """Takes down a picture."""

    form_class = TakeDownPictureForm
    page_title = _("Take down a picture")

    def get_initial(self) -> dict[str, Any]:
        return {"image": self.request.GET.get("image")}


class TakeDownPassage(TakeDown):
    """Takes down a passage."""

    form_class = TakeDownPassageForm
    page_title = _("Take down a passage")

    def get_initial(self) -> dict[str, Any]:
        return {"page": address_of(self.request)}


def address_of(request: HttpRequest) -> str:
    """Return the address of the page from which somebody comes."""
    number = request.GET.get("page", "")
    page = Page.objects.filter(pk=number).first() if number.isdecimal() else None
    return (page.full_url or "") if page else ""
