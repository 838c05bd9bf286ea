from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DesignCityConfig(AppConfig):
    """The core of the site: base page, images, terms, site texts, blocks."""

    name = "designcity"
    verbose_name = _("City of Design")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the house rules' checks and what makes pictures, and name what upstream does not."""
        from designcity import (  # noqa: F401  (some register)
            admin_words,
            checks,
            interface_words,
            redirecting,
            references,
            refusals,
        )
        from designcity.pictures import signals  # noqa: F401  (registering is the import's effect)

        interface_words.connect()
        admin_words.name_everything()
        references.connect()
        refusals.connect()
