"""The notice that an editor writes while taking pages down, one by one or many at once."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.models import Page

from newsroom.notices.notice import LONGEST, Notice


def notice_field() -> forms.CharField:
    """Return the field in which a notice is written."""
    return forms.CharField(
        label=_("Notice to readers"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Shown to whoever comes to the old address, in the language of the page. "
            "Empty: a sentence says that the page was taken down, and when."
        ),
    )


class NoticeForm(forms.Form):
    """The notice of one page."""

    notice = notice_field()


class BulkUnpublishForm(DefaultPageForm):
    """Wagtail's question about the pages below, and one notice for all pages chosen."""

    notice = notice_field()


class BulkUnpublish(UnpublishBulkAction):
    """Take down many pages, with a notice."""

    form_class = BulkUnpublishForm
    template_name = "newsroom/notices/confirm_bulk_unpublish.html"

    def get_execution_context(self) -> dict[str, Any]:
        context: dict[str, Any] = super().get_execution_context()
        return context | {"notice": self.cleaned_form.cleaned_data["notice"]}

    @classmethod
    def execute_action(cls, objects: list[Page], notice: str = "", **kwargs: Any) -> tuple[int, int]:
        """Take the pages down, then write what is said of them."""
        numbers: tuple[int, int] = super().execute_action(objects, **kwargs)
        for page in objects if notice else []:
            Notice.objects.write(page, notice)
        return numbers


def refuse_bad_notice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask again, with what was written, when a notice is too long; nothing has been taken down then."""
    form = NoticeForm(request.POST)
    if form.is_valid():
        return None
    view = UnpublishView(extra_context={"notice_form": form})
    view.setup(request, page.pk)
    view.objects_to_unpublish = view.get_objects_to_unpublish()
    response: HttpResponse = view.get(request)
    return response


def keep_notice(request: HttpRequest, page: Page) -> None:
    """Write the notice of a page that was just taken down."""
    form = NoticeForm(request.POST)
    if form.is_valid() and form.cleaned_data["notice"]:
        Notice.objects.write(page, form.cleaned_data["notice"])
