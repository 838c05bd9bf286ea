from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """How the office works: roles, review, checks, schedule, bundles, drafts to share."""

    name = "newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the roles complete, follow what happens to pages, and register the checks of the system."""
        from newsroom.keeping import checks  # noqa: F401  (registering is the import's effect)
        from newsroom.notices import following
        from newsroom.proposals import places
        from newsroom.publishing import expiry
        from newsroom.roles import colleagues, pages, records, signals
        from newsroom.roles.localize import editing, lists, submitting

        signals.connect(self)
        pages.connect()
        records.connect()
        colleagues.connect()
        editing.connect()
        submitting.connect()
        lists.connect()
        following.connect()
        places.connect()
        expiry.connect()
