from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """How the office works: roles, review, checks, schedule, bundles, drafts to share."""

    name = "newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks of the newsroom."""
        from newsroom.keeping import checks  # noqa: F401  (registering is the import's effect)
