"""What the translators' desk says is read in English; a service that translates; tasks that rest."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings
from wagtail.users.models import UserProfile

from tests.translation.machine.serving import Service, served


@pytest.fixture(autouse=True)
def _in_english(said_in_english: None) -> None:
    """All of it."""


@pytest.fixture
def english_office(admin_client: Any, admin_user: Any) -> Any:
    """The browser of an administrator who works in English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_client


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    """A model that answers chat completions, named in the settings."""
    with served() as running:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = running.settings()
        yield running


@pytest.fixture
def tasks_rest(settings: Settings) -> None:
    """Tasks are kept and not run."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
