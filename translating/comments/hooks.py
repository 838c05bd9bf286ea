"""What the comments add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize.models import Translation

from translating.comments import views
from translating.comments.models import Comment


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the threads their addresses."""
    below = "translating/<int:translation_id>/comments/"
    return [
        path(below, views.comments, name="translating_comments"),
        path(f"{below}settle/", views.settle, name="translating_comments_settle"),
        path(f"{below}page/", views.page, name="translating_comments_page"),
    ]


@hooks.register("register_page_header_buttons")
def buttons(page: Page, user: AbstractBaseUser, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from an original to what is asked about it and not settled yet."""
    asked = Comment.objects.open().values("translation")
    own = Translation.objects.filter(source__object_id=page.translation_key, source__locale=page.locale_id)
    for translation in own.filter(pk__in=asked).select_related("target_locale"):
        label = _("Comments on the translation: %(language)s") % {
            "language": translation.target_locale.get_display_name()
        }
        address = reverse("translating_comments_page", args=[translation.pk])
        yield Button(label, address, icon_name="comment", priority=65)
