"""Where articles of another system go: the index of the news in each language."""

from dataclasses import dataclass
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
    language: str

    def index(self, language: str) -> str | None:
        """Return the key of the page under which an article in a language goes."""
        return self.indexes.get(language)


def place_for(into: str | None, language: str | None) -> Place:
    """Return the place that was asked for, else the index of the news; raises `Refused` when there is none."""
    page = _asked(into) if into else NewsIndexPage.objects.order_by("locale_id", "path").first()
    if page is None and into:
        raise Refused(_("There is no page “%s” under which articles can be put.") % into)
    versions = Page.objects.filter(translation_key=page.translation_key) if page else Page.objects.none()
    indexes = {
        one.locale.language_code: of_version(one.translation_key, one.locale.language_code)
        for one in versions.select_related("locale")
    }
    own = page.locale.language_code if page and into else settings.LANGUAGE_CODE
    return Place(indexes, language or own)


def _asked(into: str) -> Page | None:
    if into.isdigit():
        found = Page.objects.filter(pk=int(into), depth__gt=1)
    else:
        path = urlsplit(into).path.strip("/")
        found = Page.objects.filter(slug=path.rpartition("/")[2], depth__gt=1)
        found = found.filter(locale__language_code=path.partition("/")[0]) if "/" in path else found
    return found.select_related("locale").first()
