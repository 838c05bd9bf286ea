"""The editors' interface, entered by an administrator and by a second one."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.users.models import UserProfile

from tests.conftest import Tree
from tests.factories import administrator


@pytest.fixture
def account(db: None) -> Any:
    """An administrator whose interface is English."""
    return _english(administrator())


@pytest.fixture
def other(db: None) -> Any:
    """Another administrator, with a name."""
    made = get_user_model().objects.create_superuser(
        "other", "other@example.org", "other", first_name="示例同事"
    )
    return _english(made)


@pytest.fixture
def editor(zh: Tree, account: Any) -> Client:
    """A browser in which an administrator is logged in."""
    client = Client()
    client.force_login(account)
    return client


def _english(account: Any) -> Any:
    UserProfile.objects.update_or_create(user=account, defaults={"preferred_language": "en"})
    return account
