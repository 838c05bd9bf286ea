"""The edit form of a page: words written from an older version never cover a newer one unasked."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Revision
from wagtail.utils.timestamps import render_timestamp

from newsroom.keeping import beside, receipts, turns

Base: Any = EditView if TYPE_CHECKING else object


class Asking(Base):
    """Asks whoever saves second; Wagtail itself refuses only an autosave that comes too late."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Let one save at a time pass, so that the latest version is known while it is compared."""
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            turns.wait_for_page(page_id)
            return super().dispatch(request, page_id, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or ask first when somebody saved meanwhile."""
        if self.expects_json_response or self.page.alias_of_id or not self.is_out_of_date:
            return super().post(request, *args, **kwargs)
        return self.ask()

    def ask(self) -> HttpResponse:
        """Keep these words beside the newer version and show them, or show them with what must be mended."""
        form = self.bound_to(self.began_with())
        if self.locked_for_user or not form.is_valid():
            return self.ask_in_place()
        kept = beside.keep(form.save(commit=False), self.latest_revision, self.request.user)
        receipts.note(self.request)
        both = (self.page.pk, self.latest_revision.pk, kept.pk)
        compare = reverse("wagtailadmin_pages:revisions_compare", args=both)
        self.warn(
            gettext("Yours is kept beside it and shown here. What you save here becomes the newest version."),
            messages.button(compare, gettext("Compare both"), new_window=True),
        )
        return redirect("wagtailadmin_pages:revisions_revert", self.page.pk, kept.pk)

    def ask_in_place(self) -> HttpResponse:
        """Show the words as they were sent; saving them again is the consent, nothing saves by itself."""
        self.warn(gettext("Yours is shown here, not saved. What you save here becomes the newest version."))
        self.autosave_enabled = False
        self.form = self.bound_to(self.page)
        self.form.is_valid()
        self.form.restore_required_fields()
        return self.form_invalid(self.form)

    def began_with(self) -> Any:
        """Return the page as these words were begun from, so that its child records fit the form."""
        loaded = self.request.POST.get("loaded_revision_id", "")
        began = loaded.isdecimal() and self.real_page_record.revisions.filter(pk=loaded).first()
        return began.as_object() if began else self.page

    def bound_to(self, page: Any) -> Any:
        """Return the form with what was sent, as a draft: nothing has to be complete."""
        form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        form.defer_required_fields()
        return form

    def warn(self, words: str, *buttons: Any) -> None:
        """Say who saved meanwhile, and when, and what became of these words."""
        theirs = messages.button(self.get_edit_url(), gettext("Open the newer version"), new_window=True)
        said = f"{who_saved(self.latest_revision, self.request.user)} {words}"
        messages.warning(self.request, said, buttons=[*buttons, theirs])


class KeepingEditView(Asking, EditView):
    """Wagtail's edit form, asking."""


class KeepingRevertView(Asking, RevisionsRevertView):
    """Wagtail's form of an older version, asking."""


def who_saved(revision: Revision, user: Any) -> str:
    """Return the sentence that says who saved a version meanwhile, and when."""
    when = render_timestamp(revision.created_at)
    if revision.user_id == user.pk:
        return gettext("You saved a newer version in another window, %(when)s.") % {"when": when}
    name = user_display_name(revision.user) if revision.user else gettext("Somebody")
    said = gettext("%(name)s saved a newer version while you were writing, %(when)s.")
    return said % {"name": name, "when": when}
