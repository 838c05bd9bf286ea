"""The field of the notice on Wagtail's own page that asks before a page is taken down."""

from django import forms, template
from django.template import Context
from wagtail.models import Page

from newsroom.notices.unpublishing import NoticeForm

register = template.Library()


@register.simple_tag(takes_context=True)
def notice_field(context: Context) -> forms.BoundField:
    """Return the field, with what was already written when it is asked for again."""
    form: NoticeForm = context.get("notice_form") or NoticeForm()
    return form["notice"]


@register.simple_tag
def versions_that_stay(page: Page) -> list[Page]:
    """Return the translations of a page that stay online when it is taken down; placeholders go with it."""
    return list(page.get_translations().filter(live=True, alias_of=None).select_related("locale"))
