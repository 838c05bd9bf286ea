"""The people of a newsroom, each in a role, with a browser in which they are logged in."""

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.users.models import UserProfile

from newsroom.models import Role, RoleKey
from newsroom.roles.granting import give
from newsroom.roles.making import make_roles


def member(key: RoleKey, language_code: str = "", language: str = "en") -> Any:
    """Return a saved user in a role, who sees the editors' interface in a language."""
    make_roles(apps)
    give(apps)
    name = f"{key.value} {language_code}".strip()
    user = get_user_model().objects.create_user(name, f"{key.value}@example.org", name)
    Role.objects.of(key, language_code).get().group.user_set.add(user)
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


def browser(user: Any) -> Client:
    """Return a browser in which a user is logged in."""
    client = Client()
    client.force_login(user)
    return client


def said(response: Any) -> list[str]:
    """Return the messages that an answer shows, or that the page it leads to will show."""
    return [str(message) for message in response.wsgi_request._messages]
