"""What the scripts that keep typed words know of the form they stand in."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from wagtail.models import Page

from newsroom.keeping import keys, snippets, texts

register = template.Library()

PAGES = {
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:revisions_revert",
    "search_nothing:write",  # the form of a new page, begun from what readers searched for
}
RECORDS = {"newsroom_image", "newsroom_document", "bundles:add", "bundles:edit"}
NOTICES = {"newsroom_notice", "wagtailadmin_pages:unpublish"}


@register.inclusion_tag("newsroom/keeping/form.html", takes_context=True)
def keeping(context: Context) -> dict[str, Any]:
    """Bring the scripts and what they need to know into the forms of pages, snippets and some other records."""
    request = context.get("request")
    if request is None or request.resolver_match is None or not _is_kept(request.resolver_match):
        return {}
    login = f"{reverse('wagtailadmin_login')}?next={reverse('newsroom_keeping_back')}"
    return {
        "config": {
            "account": str(request.user.pk),
            "key": keys.shown(request),
            "state": reverse("newsroom_keeping_state"),
            "login": login,
            "days": keys.DAYS,
            "version": _version(context.get("object") or context.get("page")),
            "drafts": bool(context.get("draftstate_enabled", request.resolver_match.view_name in PAGES)),
            "texts": texts.of_notices(),
        }
    }


def _is_kept(match: Any) -> bool:
    is_snippet = match.namespace.startswith("wagtailsnippets_") and match.url_name in ("add", "edit")
    return is_snippet or match.view_name in PAGES | RECORDS | NOTICES


def _version(instance: Any) -> str | None:
    """Return the saved state that a record's form is made from; a page's form says its revision itself."""
    is_saved_record = instance is not None and not isinstance(instance, Page) and instance.pk
    return snippets.version(instance) if is_saved_record else None
