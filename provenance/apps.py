from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProvenanceConfig(AppConfig):
    """Where texts and pictures come from, on what terms they stand here, how they are removed."""

    name = "provenance"
    verbose_name = _("Provenance")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Close the pages that are taken down."""
        from provenance.takedowns import closing

        closing.connect()
