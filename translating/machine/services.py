"""The service that is set up, whichever it is, and its failures in one form."""

import logging
from typing import Any
from urllib.parse import urlsplit

import requests
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.strings import StringValue

from translating.machine.troubles import Failed, Trouble, trouble_of

logger = logging.getLogger(__name__)


def service() -> Any:
    """Return the translator that the settings name; None while machine translation is off."""
    return get_machine_translator()


def host_of(translator: Any) -> str:
    """Return the name of the machine to which the text goes."""
    options = translator.options
    address = options.get("URL") or options.get("LIBRETRANSLATE_URL") or ""
    if not address and hasattr(translator, "get_api_endpoint"):
        address = translator.get_api_endpoint()
    return urlsplit(address).hostname or "translate.googleapis.com"


def translations(translator: Any, source: Locale, target: Locale, texts: list[str]) -> dict[str, str]:
    """Return translations by their originals, without those that did not come back; raises Failed.

    wagtail-localize's own classes let through whatever goes wrong. What that carries may quote the key or the
    text: only its kind is logged.
    """
    try:
        found = translator.translate(source, target, [StringValue(text) for text in texts])
        return {original.data: said.data for original, said in found.items() if said and said.data is not None}
    except Failed as failed:
        trouble = failed.trouble
    except Exception as error:
        trouble = _trouble(error)
        logger.warning("%s: %s", translator.display_name, type(error).__name__)
    logger.warning("%s gave no translation: %s.", translator.display_name, trouble.value)
    raise Failed(trouble)


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return trouble_of(error.response.status_code)
    if isinstance(error, requests.Timeout):
        return Trouble.SLOW
    # An answer that is no JSON is an exception of requests too, and one without translations a KeyError.
    if isinstance(error, KeyError | TypeError | AttributeError | ValueError):
        return Trouble.NONSENSE
    return Trouble.AWAY if isinstance(error, requests.RequestException) else Trouble.ERROR
