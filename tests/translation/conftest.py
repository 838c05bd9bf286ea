"""The editors' interface in English, whatever the catalogues hold."""

from typing import Any

import pytest
from wagtail.users.models import UserProfile


@pytest.fixture
def english_office(admin_client: Any, admin_user: Any) -> Any:
    """The browser of an administrator who works in English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_client
