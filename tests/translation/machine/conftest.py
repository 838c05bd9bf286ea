"""A service that translates, set up as the site's own; what is said is read in English."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation
from pytest_django import Settings
from wagtail.users.models import UserProfile

from tests.translation.machine.serving import Service, served


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    """A model that answers chat completions, named in the settings."""
    with served() as running:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = running.settings()
        yield running


@pytest.fixture
def admin_user(admin_user: Any) -> Any:
    """The administrator, who reads English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_user


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
