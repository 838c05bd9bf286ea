"""The administrator, who reads English."""

from typing import Any

import pytest
from wagtail.users.models import UserProfile


@pytest.fixture
def admin_user(admin_user: Any) -> Any:
    """The administrator, who reads English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_user
