"""A system check: the service that is named can be loaded."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from translating.machine.services import service


@register()
def service_can_be_loaded(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Whatever MACHINE_TRANSLATION names has its library."""
    try:
        service()
    except ImportError as error:
        hint = "Google needs google-cloud-translate, which is not among the dependencies."
        return [Error(f"The translator cannot be loaded: {error}", hint=hint, id="translating.E001")]
    return []
