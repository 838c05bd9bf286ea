"""Readers of a translation are led to translations, as soon as these are there, without anybody saving a page.

While the target is not translated they get its placeholder, which stands in their language's part of the site
and says that it is not translated. Where there is no version that they may read, a link in a text or button
leads to the original, and a card, whose words nobody could read, is left out.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from designcity.models import SiteTexts
from news.models import ArticleInstitution
from tests import reading
from tests.conftest import Tree
from tests.factories import article, institution, published, standard_page
from tests.translating import translate

pytestmark = pytest.mark.django_db


def _text(target: Page, tree: Tree) -> Page:
    words = f'<p>见<a linktype="page" id="{target.pk}">那里</a>。</p>'
    return standard_page(tree.home, "链接", body=[("text", words)])


def _answer(target: Page, tree: Tree) -> Page:
    words = f'<p>见<a linktype="page" id="{target.pk}">那里</a>。</p>'
    asked = {"title": "", "questions": [{"question": "何处？", "answer": words}]}
    return standard_page(tree.home, "链接", body=[("questions", asked)])


def _button(target: Page, tree: Tree) -> Page:
    link = {"label": "去看看", "page": target, "address": ""}
    return standard_page(tree.home, "链接", body=[("button", link)])


def _cards(target: Page, tree: Tree) -> Page:
    return standard_page(tree.home, "链接", body=[("institution_cards", {"title": "", "pages": [target]})])


def _related(target: Page, tree: Tree) -> Page:
    page = article(tree.news, "链接")
    return published(page, article_institutions=[ArticleInstitution(institution=target)])


KINDS: dict[str, Callable[[Page, Tree], Any]] = {
    "rich text": _text,
    "rich text in a list": _answer,
    "button": _button,
    "cards": _cards,
    "related pages": _related,
}
kinds = pytest.mark.parametrize("kind", KINDS)
INLINE = ("rich text", "rich text in a list", "button")


@pytest.fixture
def target(zh: Tree, en: Tree) -> Page:
    """A Chinese institution, of which the English site has the placeholder."""
    made = institution(zh.directory, "图书馆")
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    return made


def _linking(kind: str, target: Page, zh: Tree, en: Tree) -> Page:
    translated: Page = translate(KINDS[kind](target, zh), en.locale, slug="links")
    return translated


def _leads_to(client: Client, page: Page) -> set[str]:
    """Return the addresses of institutions among the links of a page's main part."""
    found = reading.links(client, page.url).values()
    return {one for one in found if "/institutions/" in one and not one.endswith("/institutions/")}


@kinds
def test_a_link_follows_when_the_translation_appears(
    kind: str, target: Page, zh: Tree, en: Tree, client: Client
) -> None:
    page = _linking(kind, target, zh, en)
    assert _leads_to(client, page) == {"/en/institutions/tu-shu-guan/"}
    translate(target, en.locale, title="Library", slug="library")
    assert _leads_to(client, page) == {"/en/institutions/library/"}


@kinds
def test_readers_of_the_original_stay_with_originals(
    kind: str, target: Page, zh: Tree, en: Tree, client: Client
) -> None:
    page = _linking(kind, target, zh, en)
    translate(target, en.locale, title="Library", slug="library")
    original = Page.objects.get(translation_key=page.translation_key, locale=zh.locale)
    assert _leads_to(client, original) == {target.url}


@kinds
def test_without_a_version_to_read_words_lead_to_the_original_and_cards_are_left_out(
    kind: str, target: Page, zh: Tree, en: Tree, client: Client
) -> None:
    page = _linking(kind, target, zh, en)
    Page.objects.get(translation_key=target.translation_key, locale=en.locale).unpublish()
    assert _leads_to(client, page) == ({target.url} if kind in INLINE else set())


def test_links_of_the_navigation_and_the_footer_follow_too(
    target: Page, zh: Tree, en: Tree, client: Client
) -> None:
    link = {"label": "图书馆", "page": target, "address": ""}
    texts = SiteTexts.objects.create(
        site_name="设计之都", locale=zh.locale, navigation=[("link", link)], footer_links=[("link", link)]
    )
    translate(texts, en.locale)
    assert _site_links(client, en.home) == {"/en/institutions/tu-shu-guan/"}
    translate(target, en.locale, title="Library", slug="library")
    assert _site_links(client, en.home) == {"/en/institutions/library/"}


def _site_links(client: Client, page: Page) -> set[str]:
    found = reading.page(client, page.url).select("header nav a[href], footer a[href]")
    return {str(one["href"]) for one in found if "/institutions/" in str(one["href"])}
