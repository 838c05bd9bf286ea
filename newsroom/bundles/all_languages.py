"""A page and its translations, published in one moment: a bundle of one page, made when a button is pressed."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page

from designcity.pages import BasePage
from newsroom.bundles.models import Bundle
from newsroom.bundles.standing import Survey
from newsroom.bundles.translations import has_unpublished_words
from newsroom.bundles.views import (
    ACTIONS,
    BringChanges,
    BundleAction,
    LeaveOut,
    PublishBundle,
    ScheduleBundle,
    TakeIn,
    what_can_be_done,
)
from newsroom.checks.answers import form_of
from newsroom.checks.translations import translation_of

LABEL = _("Publish in all languages…")
VIEWS: dict[str, type[BundleAction]] = dict(
    zip(ACTIONS, (PublishBundle, ScheduleBundle, BringChanges, LeaveOut, TakeIn), strict=True)
)


def address(page: Page) -> str:
    """Return where a page is published with its translations."""
    return reverse("bundles:all_languages", args=[page.pk])


def may_publish_together(user: Any, page: Page) -> bool:
    """Whether there are other languages, and the user may put bundles together."""
    is_page = page.depth > 1 and issubclass(page.specific_class or Page, BasePage)
    return is_page and user.has_perm("newsroom.add_bundle") and len(settings.LANGUAGES) > 1


class AllLanguages(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """How a page stands in every language, and the buttons that publish it in all; nothing is made yet."""

    model = Bundle
    permission_required = "add"
    template_name = "newsroom/bundles/all_languages.html"
    page_title = _("Publish in all languages")
    header_icon = "globe"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead to what was begun already, or show how the page stands."""
        self.page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=kwargs["page_id"])
        begun = Bundle.objects.of_one_page(self.page).first()
        if begun is not None:
            return redirect(begun.overview_url)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        way = [*self.breadcrumbs_items, {"url": form_of(self.page.pk), "label": self.get_page_subtitle()}]
        return [*way, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = Survey([self.page], self.request.user, timezone.now(), with_translations=True).parts()
        addresses = {name: reverse("bundles:in_all_languages", args=[self.page.pk, name]) for name in ACTIONS}
        return super().get_context_data(**kwargs) | what_can_be_done(found) | {"addresses": addresses}


class InAllLanguages(PermissionCheckedMixin, View):
    """Makes the bundle when a button is pressed, and does with it what the button says."""

    model = Bundle
    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int, action: str) -> HttpResponseBase:
        """Do it, say so, and show how the page stands now."""
        if action not in VIEWS:
            raise Http404
        page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
        return VIEWS[action].as_view()(request, pk=Bundle.for_page(page).pk)


def before_publishing_alone(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead here whoever publishes a translation of words that the original does not say yet."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page)
    if translation is None or not has_unpublished_words(translation):
        return None
    said = _("The original does not say this yet. Publish both together, or the original first.")
    messages.error(request, said, buttons=[messages.button(address(page), LABEL)])
    return redirect(request.path)


class AllLanguagesMenuItem(ActionMenuItem):
    """Leads from the menu beside “Publish” to publishing in all languages."""

    name = "newsroom-all-languages"
    label = LABEL
    icon_name = "globe"
    order = 85

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Whether the page is kept already, and there are other languages."""
        is_kept = context["view"] == "edit" and context.get("page") is not None
        return is_kept and may_publish_together(context["request"].user, context["page"])

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Return the address of the screen."""
        return address(parent_context["page"])
