from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslatingConfig(AppConfig):
    """The translators' desk: what was translated before, what the term is, what has changed."""

    name = "translating"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the memory learn from every segment that is translated, and the board follow what changes."""
        from translating.board import noting
        from translating.memory import learning  # noqa: F401  (registering is the import's effect)

        noting.connect()
