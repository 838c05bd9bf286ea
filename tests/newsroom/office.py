"""People of the office, and what they do to pages in the editors' interface."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile


def person(name: str, section: Page | None = None, *actions: str, language: str = "en") -> Any:
    """Return somebody who may enter the editors' interface, and do what is named below a page."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", name)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    UserProfile.objects.create(user=user, preferred_language=language)
    group = Group.objects.create(name=f"group of {name}")
    user.groups.add(group)
    for action in actions:
        permission = Permission.objects.get(codename=f"{action}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=section, permission=permission)
    return get_user_model().objects.get(pk=user.pk)


def browser(user: Any) -> Client:
    """Return a browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


def speak(name: str, language: str) -> None:
    """Let somebody see the editors' interface in a language."""
    user = get_user_model().objects.get(username=name)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


def take_down(client: Client, page: Page, **fields: str) -> Any:
    """Unpublish a page as an editor does, and return the answer."""
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), fields)


def words(html: Any) -> str:
    """Return the words of a piece of HTML, one space between them."""
    return " ".join(html.get_text(" ").split())
