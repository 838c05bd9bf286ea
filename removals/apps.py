from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemovalsConfig(AppConfig):
    """What is asked to be removed or corrected, and how it is taken down."""

    name = "removals"
    verbose_name = _("Removals")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Close the pages that are taken down, and tell requests what was put back."""
        from removals.requests import handling
        from removals.takedowns import closing, signals

        closing.connect()
        signals.put_back.connect(handling.was_put_back, dispatch_uid="removals.requests")
