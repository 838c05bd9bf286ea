"""Which service translates by machine, if any: wagtail-localize's own classes, and ours for chat models."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

CLASSES = {
    "openai": "translating.machine.chat.ChatTranslator",
    "deepl": "wagtail_localize.machine_translators.deepl.DeepLTranslator",
    "libretranslate": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
    "google": "wagtail_localize.machine_translators.google.GoogleCloudTranslator",
}
NEEDED = {
    "openai": ("URL", "MODEL"),
    "deepl": ("KEY",),
    "libretranslate": ("URL",),
    "google": ("MODEL",),
}


def translator(service: str, url: str, key: str, model: str, timeout: int) -> dict[str, Any] | None:
    """Return WAGTAILLOCALIZE_MACHINE_TRANSLATOR; None when no service is named: then nothing is offered."""
    if not service:
        return None
    if service not in CLASSES:
        raise ImproperlyConfigured(f"MACHINE_TRANSLATION must be one of {', '.join(CLASSES)}, or empty.")
    given = {"URL": url, "KEY": key, "MODEL": model}
    for name in NEEDED[service]:
        if not given[name]:
            raise ImproperlyConfigured(f"MACHINE_TRANSLATION={service} needs MACHINE_TRANSLATION_{name}.")
    if url and not _is_address(url):
        raise ImproperlyConfigured(
            "MACHINE_TRANSLATION_URL must begin with https:// or http:// and hold no password: "
            "the key has a variable of its own."
        )
    options = {
        "openai": {"URL": url.rstrip("/"), "KEY": key, "MODEL": model, "TIMEOUT": timeout},
        "deepl": {"AUTH_KEY": key, "TIMEOUT": timeout},
        "libretranslate": {"LIBRETRANSLATE_URL": url.rstrip("/"), "API_KEY": key, "TIMEOUT": timeout},
        "google": {"PROJECT_ID": model, "CREDENTIALS_PATH": key},
    }
    return {"CLASS": CLASSES[service], "OPTIONS": options[service]}


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
