"""A bundle in the editors' interface: what will be published, and the buttons that do it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView, InspectView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from designcity.languages import language_name
from newsroom.bundles import publishing
from newsroom.bundles.forms import ScheduleForm
from newsroom.bundles.models import Bundle, BundleState
from newsroom.bundles.standing import OUT_OF_DATE, Part, parts
from newsroom.bundles.translations import bring
from newsroom.keeping.records import AskingRecord, Noting


def closed() -> str:
    """Return why a bundle that is scheduled or published stays as it is."""
    return gettext(
        "Once a bundle is scheduled or published, it stays as it is. "
        "Take it off the schedule first, or make another one."
    )


ACTIONS = ("publish", "schedule", "bring", "leave_out", "take_in")
"""What can be done with a bundle that is neither scheduled nor published, by the names of the addresses."""


def what_can_be_done(found: list[Part], left_out: Iterable[Locale] = ()) -> dict[str, Any]:
    """Return what the table and the buttons of an overview show."""
    behind = (part for part in found if part.standing.is_in_the_way and not part.is_original)
    return {
        "may_be_left_out": list({part.locale.pk: part.language for part in behind}.items()),
        "left_out": [(locale.pk, language_name(locale.language_code)) for locale in left_out],
        "parts": found,
        "publishes": sum(part.standing.is_published for part in found),
        "may_publish": not any(part.standing.is_in_the_way for part in found),
        "is_out_of_date": any(part.standing is OUT_OF_DATE for part in found),
        "form": ScheduleForm(),
    }


class BundleIndex(IndexView):
    """All bundles; each leads to its overview."""

    def get_base_queryset(self) -> Any:
        return Bundle.objects.with_page_counts().select_related("publisher")

    def get_edit_url(self, instance: Bundle) -> str:
        return instance.overview_url


class BundleCreate(Noting, CreateView):
    """The form of a new bundle."""

    def get_success_url(self) -> str:
        return str(self.object.overview_url)

    def get_success_buttons(self) -> list[Any]:
        return []


class BundleEdit(AskingRecord, EditView):
    """The form of a bundle that is neither scheduled nor published."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        bundle = get_object_or_404(Bundle, pk=self.object_pk)
        if not bundle.is_open:
            messages.error(request, closed())
            return redirect(bundle.overview_url)
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_success_url(self) -> str:
        return str(self.object.overview_url)

    def get_success_buttons(self) -> list[Any]:
        return []


class BundleDelete(DeleteView):
    """Asks before a bundle is deleted; its pages stay."""

    confirmation_message = _("Delete this bundle? Its pages stay as they are.")

    def get_usage_url(self) -> None:
        """Show no usage: nothing refers to bundles."""


class BundleOverview(InspectView):
    """Every page of a bundle in every language, with what will be published and what is in the way."""

    template_name = "newsroom/bundles/overview.html"
    page_title = _("Bundle")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        bundle = self.object
        at = bundle.publish_at if bundle.state == BundleState.SCHEDULED else None
        found = parts(bundle, self.request.user, at)
        return context | {
            "bundle": bundle,
            "publisher": get_user_display_name(bundle.publisher) if bundle.publisher else "–",
            "may_change": self.user_has_permission("change"),
            "addresses": {name: reverse(f"bundles:{name}", args=[bundle.pk]) for name in ACTIONS},
            **what_can_be_done(found, bundle.left_out.order_by("pk")),
        }


class BundleAction(PermissionCheckedMixin, View):
    """Does something with a bundle when its button is pressed, and returns to the overview."""

    model = Bundle
    permission_required = "change"
    http_method_names = ["post"]
    only_open: ClassVar[bool] = True
    """Whether it is for bundles that are neither scheduled nor published."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what was done, or why not."""
        bundle = get_object_or_404(Bundle, pk=pk)
        try:
            if self.only_open and not bundle.is_open:
                raise publishing.Refused(closed())
            messages.success(request, self.carry_out(bundle))
        except publishing.Refused as refused:
            messages.error(request, str(refused))
        return redirect(bundle.overview_url)

    def carry_out(self, bundle: Bundle) -> str:
        """Do it and return what to say; raises Refused."""
        raise NotImplementedError


class PublishBundle(BundleAction):
    """Publishes a bundle now."""

    def carry_out(self, bundle: Bundle) -> str:
        count = publishing.publish(bundle, self.request.user)
        said = ngettext("{count} page has gone live.", "{count} pages have gone live in one moment.", count)
        return said.format(count=count)


class ScheduleBundle(BundleAction):
    """Lets a bundle be published at a moment."""

    def carry_out(self, bundle: Bundle) -> str:
        form = ScheduleForm(self.request.POST)
        if not form.is_valid():
            raise publishing.Refused(" ".join(map(str, form.errors["publish_at"])))
        publishing.schedule(bundle, self.request.user, form.cleaned_data["publish_at"])
        return gettext("The bundle is scheduled.")


class BringChanges(BundleAction):
    """Brings the latest words of the originals, also those of drafts, to the translators."""

    def carry_out(self, bundle: Bundle) -> str:
        keys = bundle.bundle_pages.values("page__translation_key")
        sources = TranslationSource.objects.filter(object_id__in=keys, translations__enabled=True).distinct()
        if bring(sources):
            return gettext("The translators have the changes now. What is translated already stays.")
        return gettext("The translators have all changes already.")


class OtherLanguages(BundleAction):
    """Changes the languages in which the pages go live."""

    said: Any

    def carry_out(self, bundle: Bundle) -> str:
        chosen = str(self.request.POST.get("locale", ""))
        locale = Locale.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
        if locale is None:
            raise publishing.Refused(gettext("Choose a language."))
        self.change(bundle, locale)
        return str(self.said).format(language=language_name(locale.language_code))

    def change(self, bundle: Bundle, locale: Locale) -> None:
        """Change it."""
        raise NotImplementedError


class LeaveOut(OtherLanguages):
    """Lets the pages go live without a language that is not ready."""

    said = _("{language} is left out.")

    def change(self, bundle: Bundle, locale: Locale) -> None:
        bundle.left_out.add(locale)


class TakeIn(OtherLanguages):
    """Lets the pages go live in a language again that was left out."""

    said = _("{language} goes live with the others again.")

    def change(self, bundle: Bundle, locale: Locale) -> None:
        bundle.left_out.remove(locale)


class UnscheduleBundle(BundleAction):
    """Takes a bundle off the schedule."""

    only_open = False

    def carry_out(self, bundle: Bundle) -> str:
        publishing.take_off_schedule(bundle)
        return gettext("The bundle is not scheduled any more.")
