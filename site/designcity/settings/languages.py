"""The languages of the site, read from the environment, each with its name in the words of the active one."""

import re
from typing import Any

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

NAMES = {"zh-hans": _("Simplified Chinese"), "en": _("English")}
"""The names that the site's own catalogues hold; those of all others are Django's."""
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


def read(listed: str) -> list[str]:
    """Return the codes of a list with commas, each once, the source language first."""
    codes = list(dict.fromkeys(code.strip().lower() for code in listed.split(",") if code.strip()))
    if wrong := [code for code in codes if not _CODE.fullmatch(code)] or (not codes and [listed]):
        raise ImproperlyConfigured(
            f"LANGUAGES_OFFERED names “{wrong[0]}”, which is no code of a language: write codes such as "
            "zh-hans,en,ja with commas between them, the source language first."
        )
    return codes


def named(codes: list[str]) -> list[tuple[str, Any]]:
    """Return the codes with the names of their languages; a language that Django does not know is its code."""
    return [(code, NAMES[code] if code in NAMES else _(_known(code).get("name", code))) for code in codes]


def _known(code: str) -> dict[str, Any]:
    while code and "name" not in LANG_INFO.get(code, {}):
        code = code.rpartition("-")[0]
    return LANG_INFO.get(code, {})
