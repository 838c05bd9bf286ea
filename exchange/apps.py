from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """What comes in from documents, the web and other sites, and what goes out."""

    name = "exchange"
    verbose_name = _("Import and export")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Remove the originals of what is deleted."""
        from django.db.models.signals import post_delete

        from exchange.intakes.models import Intake, remove_original

        post_delete.connect(remove_original, sender=Intake, dispatch_uid="exchange.intakes.original")
