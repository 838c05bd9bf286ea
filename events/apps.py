from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """What takes place and what can be entered: events and calls for entries."""

    name = "events"
    verbose_name = _("Events and calls")
    default_auto_field = "django.db.models.BigAutoField"
