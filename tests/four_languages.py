"""A site in Chinese, English, Japanese and Arabic."""

from typing import Any

from pytest_django import Settings
from wagtail.models import Locale

from home.models import HomePage
from tests.conftest import Tree, translated

JAPANESE = ("ja", ["デザインの都", "ニュース", "機関", "行動計画"])
ARABIC = ("ar", ["مدينة التصميم", "الأخبار", "المؤسسات", "الحملات"])


def offer(settings: Settings, *codes: str) -> None:
    """Offer the site in more languages, as the setting does."""
    names = {"ja": "Japanese", "ar": "Arabic"}
    settings.LANGUAGES = [*settings.LANGUAGES, *((code, names.get(code, code)) for code in codes)]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES


def tree_in(zh: Tree, language: tuple[str, list[str]]) -> Tree:
    """Return the tree in another language, linked with the Chinese one as its translation."""
    code, titles = language
    locale, _ = Locale.objects.get_or_create(language_code=code)
    sources: list[Any] = [zh.home, zh.news, zh.directory, zh.campaigns]
    home, *pages = [translated(page, locale, title) for page, title in zip(sources, titles, strict=True)]
    return Tree(locale, HomePage.objects.get(pk=home.pk), *(page.specific for page in pages))
