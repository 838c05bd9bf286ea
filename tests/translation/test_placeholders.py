"""A page that is submitted stays a placeholder until its translation is published."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation
from wagtail_localize.operations import TranslationCreator, translate_object

from news.models import ArticleInstitution, ArticlePage
from tests import reading
from tests.conftest import Tree
from tests.factories import administrator, article, institution, published
from translating.patches.placeholders import Placeholders

pytestmark = pytest.mark.django_db


@pytest.fixture
def original(zh: Tree, en: Tree) -> ArticlePage:
    """An article with its English placeholder, submitted for translation."""
    page = article(zh.news, "座谈会")
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    translate_object(page, [en.locale])
    return page


def _english(page: Page) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="en").specific


def test_every_submission_goes_through_here() -> None:
    assert TranslationCreator is Placeholders
    assert Placeholders.__mro__[1].__module__ == "wagtail_localize.operations"


def test_readers_keep_the_placeholder(original: ArticlePage, en: Tree, client: Client) -> None:
    english = _english(original)
    assert english.is_untranslated
    assert reading.titles(client, en.news.url) == []
    assert "This page has not been translated yet." in reading.main(client, english.url)


def test_its_editor_is_that_of_the_translation_and_publishing_replaces_it(
    original: ArticlePage, en: Tree, client: Client
) -> None:
    client.force_login(administrator())
    address = reverse("wagtailadmin_pages:edit", args=[_english(original).pk])
    assert "wagtail_localize/admin/edit_translation.html" in [one.name for one in client.get(address).templates]
    [segment] = Translation.objects.get().source.stringsegment_set.filter(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=en.locale, data="Symposium"
    )
    preview = reverse("wagtail_localize:preview_translation", args=[Translation.objects.get().pk])
    assert "has not been translated" not in client.get(preview).content.decode()
    client.post(address, {"action": "publish"})
    assert (_english(original).title, _english(original).alias_of_id) == ("Symposium", None)


def test_a_version_that_was_written_by_hand_is_not_covered(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "座谈会")
    by_hand = page.copy_for_translation(en.locale)
    by_hand.title = "By hand"
    by_hand.save_revision().publish()
    translate_object(page, [en.locale])
    assert _english(page).title == "By hand"
    assert not Translation.objects.exists()


def test_what_a_page_refers_to_is_submitted_once(zh: Tree, en: Tree) -> None:
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    place = institution(zh.directory)
    pages = [
        published(article(zh.news, title), article_institutions=[ArticleInstitution(institution=place)])
        for title in ("甲", "乙")
    ]
    for page in pages:
        translate_object(page, [en.locale])
    assert Translation.objects.count() == len({*Translation.objects.values_list("source__object_id")})
    assert all(_english(page).is_untranslated for page in pages)
