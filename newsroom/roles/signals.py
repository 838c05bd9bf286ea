"""Keeps the roles complete: after migrations, when a language is added, when a language gets its home page."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as real_apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate, post_save
from wagtail.models import Locale, Page, get_page_models
from wagtail.signals import post_page_move

from newsroom.roles.granting import give
from newsroom.roles.making import make_role
from newsroom.roles.models import Role, RoleKey


def connect(config: AppConfig) -> None:
    """Listen to migrations, new languages and new pages."""
    post_migrate.connect(_complete, sender=config, dispatch_uid="newsroom roles")
    post_save.connect(_language_added, sender=Locale, dispatch_uid="newsroom roles")
    for model in get_page_models():
        post_save.connect(_page_saved, sender=model, dispatch_uid="newsroom roles")
    post_page_move.connect(_page_moved, dispatch_uid="newsroom roles")


def _complete(apps: Any = real_apps, using: str = "default", **kwargs: Any) -> None:
    """Give the roles what the apps that are there by now allow; Django makes their permissions only later."""
    try:
        apps.get_model("newsroom", "Role")
    except LookupError:
        return
    if apps.get_model("newsroom", "Role").objects.exists():
        for config in real_apps.get_app_configs():
            create_permissions(config, verbosity=0, using=using, apps=apps)
        give(apps)


def _language_added(instance: Locale, created: bool, **kwargs: Any) -> None:
    if created and instance.language_code != settings.LANGUAGE_CODE and Role.objects.exists():
        make_role(real_apps, RoleKey.TRANSLATOR, instance.language_code)
        give(real_apps)


def _page_saved(instance: Page, created: bool, **kwargs: Any) -> None:
    """Let writers or translators work where a branch of their language begins."""
    if created and _begins_a_branch(instance):
        give(real_apps)


def _page_moved(instance: Page, **kwargs: Any) -> None:
    """Let them work there, too, where the branch got another place."""
    if _begins_a_branch(instance):
        give(real_apps)


def _begins_a_branch(page: Page) -> bool:
    return page.depth == 2 or (page.depth > 2 and page.get_parent().locale_id != page.locale_id)
