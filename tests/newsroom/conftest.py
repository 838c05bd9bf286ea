"""The editors' interface, entered by an administrator who works in English."""

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from tests.conftest import Tree
from tests.factories import administrator


@pytest.fixture
def editor(zh: Tree, client: Client) -> Client:
    """A browser in which an administrator is logged in."""
    user = administrator()
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client
