"""Every address of the editors' interface that can be opened, filled in with what a site holds."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Model
from django.urls import URLResolver, get_resolver, reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, Locale, Site, Task, Workflow
from wagtail.snippets.models import get_snippet_models

from designcity.models import DesignImage
from removals.models import RemovalRequest
from translating.models import Delivery

HOLDERS: dict[str, Any] = {
    "wagtailadmin_collections": Collection,
    "wagtailadmin_workflows": Workflow,
    "wagtailadmin_workflows:edit_task": Task,
    "wagtailadmin_workflows:disable_task": Task,
    "wagtaillocales": Locale,
    "wagtailsites": Site,
    "wagtailusers_users": get_user_model(),
    "wagtailusers_groups": Group,
    "wagtaildocs_chooser": Document,
    "wagtailimages_chooser": DesignImage,
    "translating_delivery": Delivery,
    **dict.fromkeys(("removals_request", "removals_request_grant"), RemovalRequest),
}
"""Whose newest record an address means by `pk`, by its namespace or its whole name."""


def names() -> dict[str, tuple[str, ...]]:
    """Return the names of the addresses under /admin/, each with the names of its arguments."""
    return dict(_below(get_resolver(), "", ""))


def address(name: str, arguments: tuple[str, ...], known: dict[str, Any]) -> str | None:
    """Return the address of one room, or None where `known` and the records held do not fill it in."""
    given = {argument: known.get(argument) or _newest(name, argument) for argument in arguments}
    return None if None in given.values() else reverse(name, kwargs=given)


def _newest(name: str, argument: str) -> Any:
    holders = HOLDERS | _snippets()
    model = holders.get(name) or holders.get(name.rpartition(":")[0])
    newest = model._default_manager.order_by("pk").last() if model and argument == "pk" else None
    return newest.pk if newest else None


def _snippets() -> dict[str, type[Model]]:
    viewsets = [(model, model.snippet_viewset) for model in get_snippet_models()]
    return {viewset.get_admin_url_namespace(): model for model, viewset in viewsets} | {
        viewset.get_chooser_admin_url_namespace(): model for model, viewset in viewsets
    }


def _below(resolver: Any, space: str, above: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        here = above + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _below(entry, inner, here)
        elif here.startswith("admin/") and entry.name:
            yield space + entry.name, tuple(entry.pattern.regex.groupindex)
