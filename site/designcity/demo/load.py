"""Loading the demo: a bilingual site with people, pictures and pages, in one transaction."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from designcity.demo import (
    documents,
    glossary,
    images,
    languages,
    pages,
    people,
    reading,
    removals,
    terms,
    vocabulary,
)
from designcity.demo.filling import Filler
from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs
from designcity.demo.translating import Translator
from designcity.site_texts import SiteTexts
from designcity.welcome import remove_welcome_page
from home.models import HomePage


@dataclass
class Outcome:
    """What a run did: how many pages are new, and the new passwords that nobody was told yet."""

    pages: int = 0
    passwords: dict[str, str] = field(default_factory=dict)


def load(content: Path = reading.CONTENT) -> Outcome:
    """Load the demo into a site without a home page; one that has a home page keeps all it has.

    Raises `DemoError` and leaves everything as it was when the content or its surroundings are not right.
    """
    with images.swept_up_on_failure() as files, transaction.atomic():
        accounts, passwords = people.load(reading.table("people.toml", content))
        if HomePage.objects.exists():
            return Outcome(0, passwords)
        count = _load_site(content, accounts, files)
    Site.clear_site_root_paths_cache()
    return Outcome(count, passwords)


def _load_site(content: Path, accounts: dict, files: list) -> int:
    remove_welcome_page()
    locales = languages.set_up()
    lookup, translator = Lookup(), Translator(locales, accounts["translator"])
    documents.load(reading.table("documents.toml", content), lookup, files)
    terms.load(reading.table("terms.toml", content), lookup, locales, translator)
    images.load(reading.table("pictures.toml", content), lookup, files)
    texts = reading.table("site.toml", content)
    plans = pages.load(reading.sheets(content), texts["sample"], lookup, locales, accounts)
    home = lookup.page("home")
    _set_up_site(home, texts["hostname_label"])
    pages.translate(plans, lookup, translator)
    _load_site_texts(texts["texts"], lookup, locales, translator)
    vocabulary.load(reading.table("search.toml", content), lookup, locales)
    glossary.load(reading.table("glossary.toml", content), locales)
    requests = reading.table(removals.FILE, content)
    removals.load(requests, texts["sample"], lookup, locales, translator, accounts)
    return 2 * len(plans)


def _set_up_site(home: Page, name: str) -> None:
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": address.hostname, "port": port, "root_page": home, "site_name": name},
    )


def _load_site_texts(data: dict, lookup: Lookup, locales: languages.Languages, translator: Translator) -> None:
    pairs = Pairs("site.toml")
    texts = SiteTexts(locale=locales.source)
    Filler(lookup, pairs).fill(texts, data)
    texts.full_clean()
    texts.save()
    translator.translate(SiteTexts.objects.get(pk=texts.pk), pairs)
