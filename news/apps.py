from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """News: the index, articles, their categories and tags."""

    name = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill in what a new article starts with."""
        from wagtail.signals import init_new_page

        from news.defaults import prefill

        init_new_page.connect(prefill, dispatch_uid="news.defaults")
