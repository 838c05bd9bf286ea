"""Where articles of another system go: the index of the news in each language."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from exchange.refusals import Refused
from exchange.sites.form.keys import of_version
from news.models import NewsIndexPage


@dataclass(frozen=True)
class Place:
    """The keys of the indexes by language, and the language of items that don't say theirs."""

    indexes: dict[str, str]
    homes: dict[str, str]
    language: str

    def known(self, said: str) -> str:
        """Return the language of the site that another system means; empty when the site has none such."""
        wanted = (said or self.language).strip().lower().replace("_", "-")
        codes = [code for code, _ in settings.LANGUAGES]
        aliases = {"zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}
        wanted = aliases.get(wanted, wanted)
        if wanted in codes:
            return wanted
        main = wanted.partition("-")[0]
        alike = [
            code for code in codes if code.partition("-")[0] == main and wanted in (main, code, f"{main}-us")
        ]
        return next((code for code in codes if code == main), "") or next(iter(alike), "")

    def home(self, language: str) -> str | None:
        """Return the key of the home page in a language."""
        return self.homes.get(language)

    def index(self, language: str) -> str | None:
        """Return the key of the page under which an article in a language goes."""
        return self.indexes.get(language)


def place_for(into: str | None, language: str | None) -> Place:
    """Return the place that was asked for, else the index of the news; raises `Refused` when there is none."""
    page = _asked(into) if into else NewsIndexPage.objects.order_by("locale_id", "path").first()
    if page is None and into:
        raise Refused(_("There is no page “%s” under which articles can be put.") % into)
    versions = Page.objects.filter(translation_key=page.translation_key) if page else Page.objects.none()
    home = page.get_ancestors(inclusive=True).filter(depth=2).first() if page else None
    homes = Page.objects.filter(translation_key=home.translation_key) if home else Page.objects.none()
    own = page.locale.language_code if page and into else settings.LANGUAGE_CODE
    return Place(_by_language(versions), _by_language(homes), language or own)


def _by_language(pages: Any) -> dict[str, str]:
    found = pages.filter(alias_of__isnull=True).select_related("locale")
    codes = [(one, one.locale.language_code) for one in found]
    return {code: of_version(one.translation_key, code) for one, code in codes}


def _asked(into: str) -> Page | None:
    if into.isdigit():
        found = Page.objects.filter(pk=int(into), depth__gt=1)
    else:
        path = urlsplit(into).path.strip("/")
        found = Page.objects.filter(slug=path.rpartition("/")[2], depth__gt=1)
        found = found.filter(locale__language_code=path.partition("/")[0]) if "/" in path else found
    return found.select_related("locale").first()
