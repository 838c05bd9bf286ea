"""Which service translates is said by the settings, and what is wrong in them is said at the start."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from designcity.settings.machine_translation import translator
from translating.machine.checks import service_can_be_loaded

LOCALIZE = "wagtail_localize.machine_translators"


def named(service: str, **facts: Any) -> dict[str, Any] | None:
    """Return the setting for a service."""
    given: dict[str, Any] = {"url": "", "key": "", "model": "", "timeout": 60}
    return translator(service, **(given | facts))


def test_it_is_off_by_default() -> None:
    assert named("") is None


@pytest.mark.parametrize(
    ("service", "facts", "name", "options"),
    [
        (
            "openai",
            {"url": "https://llm.example/v1/", "model": "m", "key": "k"},
            "translating.machine.chat.ChatTranslator",
            {"URL": "https://llm.example/v1", "KEY": "k", "MODEL": "m", "TIMEOUT": 60},
        ),
        ("deepl", {"key": "k"}, f"{LOCALIZE}.deepl.DeepLTranslator", {"AUTH_KEY": "k", "TIMEOUT": 60}),
        (
            "libretranslate",
            {"url": "http://10.0.0.5:5000"},
            f"{LOCALIZE}.libretranslate.LibreTranslator",
            {"LIBRETRANSLATE_URL": "http://10.0.0.5:5000", "API_KEY": "", "TIMEOUT": 60},
        ),
        (
            "google",
            {"model": "project", "key": "/etc/google.json"},
            f"{LOCALIZE}.google.GoogleCloudTranslator",
            {"PROJECT_ID": "project", "CREDENTIALS_PATH": "/etc/google.json"},
        ),
    ],
)
def test_each_service_has_its_class_and_options(
    service: str, facts: dict[str, Any], name: str, options: dict[str, Any]
) -> None:
    assert named(service, **facts) == {"CLASS": name, "OPTIONS": options}


@pytest.mark.parametrize(
    ("service", "facts", "sentence"),
    [
        ("babel", {}, "must be one of openai, deepl, libretranslate, google"),
        ("openai", {"model": "m"}, "needs MACHINE_TRANSLATION_URL"),
        ("openai", {"url": "https://llm.example/v1"}, "needs MACHINE_TRANSLATION_MODEL"),
        ("deepl", {}, "needs MACHINE_TRANSLATION_KEY"),
        ("openai", {"url": "file:///etc/passwd", "model": "m"}, "must begin with https:// or http://"),
        ("openai", {"url": "https://a:b@llm.example/v1", "model": "m"}, "hold no password"),
        ("openai", {"url": "https://", "model": "m"}, "must begin with https:// or http://"),
    ],
)
def test_what_is_wrong_is_said(service: str, facts: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        named(service, **facts)


def test_a_library_that_is_missing_is_said(settings: Settings) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": "nowhere.Nobody", "OPTIONS": {}}
    (error,) = service_can_be_loaded(None)
    assert error.id == "translating.E001"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    assert service_can_be_loaded(None) == []
