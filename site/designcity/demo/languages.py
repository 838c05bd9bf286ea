"""The two languages of the demo: Chinese is the source, English is synchronised from it."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Locale
from wagtail_localize.models import LocaleSynchronization

from designcity.demo.errors import DemoError

SOURCE = "zh-hans"
TARGET = "en"


@dataclass(frozen=True)
class Languages:
    """The locales of the demo."""

    source: Locale
    target: Locale


def set_up() -> Languages:
    """Return the two locales, made if missing, with new Chinese pages appearing in the English tree."""
    offered = [code for code, _ in settings.LANGUAGES]
    if settings.LANGUAGE_CODE != SOURCE or TARGET not in offered:
        raise DemoError(
            f"The demo is written in {SOURCE} and {TARGET}: "
            f"set LANGUAGES_OFFERED={SOURCE},{TARGET} and try again."
        )
    source, _ = Locale.objects.get_or_create(language_code=SOURCE)
    target, _ = Locale.objects.get_or_create(language_code=TARGET)
    LocaleSynchronization.objects.get_or_create(locale=target, defaults={"sync_from": source})
    return Languages(source, target)
