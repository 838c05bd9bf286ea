from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """News: the index, articles, their categories and tags."""

    name = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"
