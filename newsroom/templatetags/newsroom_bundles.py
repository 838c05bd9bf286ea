"""The way from the editor of a translation to publishing in all languages."""

from typing import Any

from django import template
from django.template import Context
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from newsroom.bundles.all_languages import LABEL, address, may_publish_together

register = template.Library()


@register.simple_tag(takes_context=True)
def buttons_of_translation(context: Context, page: Page) -> list[Any]:
    """Return what stands beside the breadcrumbs of a translation: Wagtail's own editor has a menu there."""
    if not may_publish_together(context["request"].user, page):
        return []
    return [HeaderButton(label=str(LABEL), url=address(page), icon_name="globe")]
