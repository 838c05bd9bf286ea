"""The editors' page that makes, lists and revokes the secret links of a page."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from newsroom.sharing.links import DraftLink, Validity

MADE, REVOKED = "newsroom.draft_link.make", "newsroom.draft_link.revoke"
MOST_LISTED = 30


class LinkForm(forms.Form):
    """For how long a new link holds."""

    days = forms.TypedChoiceField(
        label=_("The link holds for"), choices=Validity.choices, coerce=int, initial=Validity.THREE_DAYS
    )


def page_to_share(request: HttpRequest, page_id: int) -> Page:
    """Return the page if its drafts may be shared by this editor; raises Http404 or PermissionDenied."""
    page = get_object_or_404(Page.objects.select_related("locale", "alias_of"), pk=page_id)
    if not may_share(page, request.user):
        raise PermissionDenied
    return page


def may_share(page: Page, user: Any) -> bool:
    """Whether a page has a draft of its own that the user may edit."""
    return page.alias_of_id is None and bool(page.permissions_for_user(user).can_edit())


class ShareDraft(WagtailAdminTemplateMixin, FormView):
    """The links to the draft of one page, and the form that makes one more."""

    form_class = LinkForm
    template_name = "newsroom/drafts/share.html"
    page_title = _("Share the draft")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        self.page = page_to_share(request, page_id)
        return super().dispatch(request)

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        links = DraftLink.objects.filter(page=self.page).newest_first().select_related("created_by")
        return context | {
            "page": self.page,
            "links": [self._listed(link) for link in links[:MOST_LISTED]],
            "is_private": self.page.get_view_restrictions().exists(),
        }

    def _listed(self, link: DraftLink) -> tuple[DraftLink, str]:
        """Return a link with its whole address, which is asked for while it opens the draft."""
        link.page = self.page
        return link, self.request.build_absolute_uri(link.address) if link.is_open else ""

    def form_valid(self, form: LinkForm) -> HttpResponse:
        """Make the link; the page that lists it stands at the same address."""
        until = timezone.now() + datetime.timedelta(days=form.cleaned_data["days"])
        user: Any = self.request.user  # whoever comes here has logged in
        DraftLink.objects.create(page=self.page, created_by=user, expires_at=until)
        log(instance=self.page.specific, action=MADE, user=user)
        messages.success(self.request, _("The link has been made. Copy it and send it."))
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("newsroom_share_draft", args=[self.page.pk])


class RevokeLink(View):
    """Closes one link of a page."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int, link_id: int) -> HttpResponse:
        """Close the link and return to the list."""
        page = page_to_share(request, page_id)
        get_object_or_404(DraftLink, pk=link_id, page=page).revoke()
        log(instance=page.specific, action=REVOKED, user=request.user)
        messages.success(request, _("The link has been revoked: it opens nothing any more."))
        return redirect("newsroom_share_draft", page.pk)
