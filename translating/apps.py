from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslatingConfig(AppConfig):
    """The translators' desk: what was translated before, what the term is, what has changed."""

    name = "translating"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let memory and board follow what is translated, and mend what upstream does otherwise."""
        # Registering is the imports' effect; the memory learns before others are filled in.
        from translating import patches
        from translating.board import noting
        from translating.memory import learning  # noqa: F401  # isort: skip
        from translating.filling import following  # noqa: F401  # isort: skip
        from translating.machine import checks, deciding  # noqa: F401  # isort: skip

        patches.apply()
        noting.connect()
