"""What the tests of the search desk write down and read."""

import datetime
from typing import Any

from bs4 import Tag
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from search.models import SearchCount
from tests.reading import page


def counted(text: str, searches: int = 1, found: int = 1, days_ago: int = 0, **fields: Any) -> SearchCount:
    """Return a saved count of one query on one day, on the Chinese site unless said otherwise."""
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    fields.setdefault("language_code", "zh-hans")
    return SearchCount.objects.create(text=text, searches=searches, found=found, day=day, **fields)


def rows(client: Client, address: str, **query: str) -> list[list[str]]:
    """Return the words of each row of the one list on a page."""
    table = page(client, address, **query).select_one("table.listing")
    if table is None:
        return []
    return [[_words(cell) for cell in row.select("td:not(:has(> input))")] for row in table.select("tbody tr")]


def _words(cell: Tag) -> str:
    """Return the words of a cell without the buttons that go with a title."""
    shown = cell.select_one(".title-wrapper") or cell
    return " ".join(shown.get_text(" ").split())


def speak(language: str) -> None:
    """Let the administrator see the editors' interface in a language."""
    user = get_user_model().objects.get(username="administrator")
    UserProfile.objects.create(user=user, preferred_language=language)


def colleague(*permissions: str, language: str = "en") -> Client:
    """Return the browser of somebody who may enter the editors' interface and do what is named."""
    user = get_user_model().objects.create_user("colleague", "colleague@example.org", "colleague")
    for name in ("wagtailadmin.access_admin", *permissions):
        app, codename = name.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    UserProfile.objects.create(user=user, preferred_language=language)
    client = Client()
    client.force_login(user)
    return client
