"""A system check: no page type has lost the views that lose no word."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import get_resolver
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import get_page_models

from newsroom.keeping.editing import Asking


@register(Tags.urls)
def pages_are_kept(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every page type is edited through a view that asks before it covers a newer version."""
    _ = get_resolver().url_patterns  # Wagtail registers viewsets with the addresses
    return [
        Error(
            f"{model.__name__} is edited through {view.__name__}: derive its viewset from KeepingPageViewSet.",
            obj=model,
            id="newsroom.E001",
        )
        for model in get_page_models()
        if not issubclass(view := page_viewset_registry.get_by_type(model).edit_view_class, Asking)
    ]
