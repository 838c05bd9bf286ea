"""Editing the notice of a page that is already down, such as one that ran out by itself."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import EditView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from newsroom.keeping.records import Noting
from newsroom.notices.notice import Notice
from newsroom.notices.unpublishing import NoticeForm


class EditNotice(Noting, WagtailAdminTemplateMixin, FormView):
    """The notice of one page, for those who may publish it."""

    form_class = NoticeForm
    template_name = "newsroom/notices/edit.html"
    page_title = _("Notice to readers")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        notices = Notice.objects.filter(page__live=False).select_related("page")
        self.notice = get_object_or_404(notices, page_id=page_id)
        if not self.notice.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request)

    def get_page_subtitle(self) -> str:
        return str(self.notice.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_initial(self) -> dict[str, Any]:
        return {"notice": self.notice.text}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "notice": self.notice,
            "submit_button_label": _("Save the notice"),
            "submit_button_active_label": EditView.submit_button_active_label,
        }

    def form_valid(self, form: NoticeForm) -> HttpResponse:
        """Keep the notice; readers see it at once."""
        Notice.objects.filter(pk=self.notice.pk).update(text=form.cleaned_data["notice"])
        messages.success(self.request, _("The notice has been saved."))
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.notice.page_id])
