"""A page is published with its translations from one screen, now or at a time; all of it or none."""

import datetime
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from news.models import ArticlePage
from newsroom.bundles.publishing import publish_due
from newsroom.models import Bundle, BundlePage, BundleState, RoleKey
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import browser, member, said
from tests.reading import main
from tests.reading import page as seen

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def client(zh: Tree) -> Client:
    """A publisher's browser."""
    return browser(member(RoleKey.PUBLISHER))


@pytest.fixture
def page(zh: Tree, en: Tree) -> ArticlePage:
    """A live article, translated and live in English, whose draft has a new title."""
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    made = article(zh.news, "旧标题")
    translate_object(made, [en.locale])
    _translate("title", "The old title")
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get().save_target()
    made.title = "新标题"
    made.save_revision()
    return made


def _translate(path: str, words: str) -> None:
    translation = Translation.objects.get()
    segment = translation.source.stringsegment_set.get(context__path=path)
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale, data=words
    )


def _screen(page: Page) -> str:
    return reverse("bundles:all_languages", args=[page.pk])


def _press(client: Client, page: Page, action: str, **fields: str) -> list[str]:
    return said(client.post(reverse("bundles:in_all_languages", args=[page.pk, action]), fields))


def _rows(client: Client, page: Page) -> list[list[str]]:
    soup = seen(client, client.get(_screen(page), follow=True).request["PATH_INFO"])
    rows = soup.select("table.newsroom-bundle tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("td")[1:3]] for row in rows]


def _titles(page: Page) -> list[str]:
    versions = Page.objects.filter(translation_key=page.translation_key).order_by("locale_id")
    return [version.title for version in versions]


def test_the_menu_beside_publish_leads_there_and_so_does_the_translation(
    client: Client, page: ArticlePage, en: Tree
) -> None:
    english = page.get_translation(en.locale)
    for version in (page, english):
        form = seen(client, reverse("wagtailadmin_pages:edit", args=[version.pk]))
        assert form.select(f"a[href='{_screen(version)}']")


def test_looking_makes_nothing(client: Client, page: ArticlePage) -> None:
    assert client.get(_screen(page)).status_code == 200
    assert not Bundle.objects.exists()


def test_a_translation_that_lacks_the_drafts_words_is_out_of_date_and_nothing_is_published(
    client: Client, page: ArticlePage
) -> None:
    assert _rows(client, page) == [
        ["Simplified Chinese", "Published, with changes"],
        ["English", "Translation out of date"],
    ]
    _press(client, page, "publish")
    assert _titles(page) == ["旧标题", "The old title"]
    assert Bundle.objects.get().state == BundleState.FAILED


def test_the_drafts_words_are_brought_translated_and_go_live_in_one_moment(
    client: Client, page: ArticlePage
) -> None:
    assert "The translators have the changes now." in _press(client, page, "bring")[0]
    assert _rows(client, page)[1] == ["English", "Translation not finished"]
    assert _titles(page) == ["旧标题", "The old title"]
    _translate("title", "The new title")
    assert _rows(client, page) == [
        ["Simplified Chinese", "Published, with changes"],
        ["English", "Published, with changes"],
    ]
    assert any("2 pages have gone live" in one for one in _press(client, page, "publish"))
    assert _titles(page) == ["新标题", "The new title"]
    assert Bundle.objects.count() == 1


def test_words_of_a_draft_are_not_published_by_their_translation_alone(
    client: Client, page: ArticlePage, en: Tree
) -> None:
    _press(client, page, "bring")
    _translate("title", "The new title")
    english = page.get_translation(en.locale)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[english.pk]), {"action": "publish"})
    assert "The original does not say this yet." in said(answer)[-1]
    assert _titles(page) == ["旧标题", "The old title"]
    page.get_latest_revision().publish()
    client.post(reverse("wagtailadmin_pages:edit", args=[english.pk]), {"action": "publish"})
    assert _titles(page) == ["新标题", "The new title"]


@pytest.mark.parametrize("embargo", [False, True])
def test_a_translation_does_not_come_before_the_day_of_its_original(
    client: Client, zh: Tree, en: Tree, page: ArticlePage, embargo: bool
) -> None:
    english = page.get_translation(en.locale)
    for version in (page, english):
        version.unpublish()
    page.go_live_at = timezone.now() + HOUR
    page.embargo_until = page.go_live_at if embargo else None
    page.save_revision().publish()
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[english.pk]), {"action": "publish"})
    assert ("The original does not say this yet." in said(answer)[-1]) is not embargo
    assert not Page.objects.get(pk=english.pk).live


def test_it_goes_live_at_a_time(client: Client, page: ArticlePage) -> None:
    _press(client, page, "bring")
    _translate("title", "The new title")
    at = timezone.localtime(timezone.now() + HOUR)
    _press(client, page, "schedule", publish_at=f"{at:%Y-%m-%dT%H:%M}")
    bundle = Bundle.objects.get()
    assert bundle.state == BundleState.SCHEDULED
    assert client.get(_screen(page))["Location"] == bundle.overview_url
    Bundle.objects.update(publish_at=timezone.now() - HOUR)
    publish_due()
    assert _titles(page) == ["新标题", "The new title"]


def test_a_page_and_its_placeholder_go_live_together_from_either_language(
    client: Client, page: ArticlePage, zh: Tree, en: Tree
) -> None:
    Translation.objects.all().delete()
    new = zh.news.add_child(instance=ArticlePage(title="全新", live=False))
    new.save_revision()
    placeholder = new.copy_for_translation(en.locale, alias=True)
    translate_object(new, [en.locale])
    _translate("title", "All new")
    assert _rows(client, placeholder)[1] == ["English", "Unpublished draft"]
    _press(client, placeholder, "publish")
    assert main(client, "/en/news/all-new/").count("All new")
    assert Page.objects.get(pk=new.pk).live


def test_what_has_no_words_goes_along_without_a_translator(client: Client, page: ArticlePage) -> None:
    _press(client, page, "bring")
    _translate("title", "The new title")
    draft = page.get_latest_revision_as_object()
    draft.display_date -= datetime.timedelta(days=9)
    draft.save_revision()
    _press(client, page, "publish")
    dates = ArticlePage.objects.filter(translation_key=page.translation_key).values_list("display_date")
    assert {date for (date,) in dates} == {draft.display_date}


def test_a_bundle_of_several_pages_is_left_alone(client: Client, page: ArticlePage, zh: Tree) -> None:
    bundle = Bundle.objects.create(title="两页")
    for one in (page, article(zh.news, "另一页")):
        BundlePage.objects.create(bundle=bundle, page_id=one.pk)
    assert client.get(_screen(page)).status_code == 200


@pytest.mark.parametrize("role", [RoleKey.RIGHTS_OFFICER])
def test_who_puts_no_bundles_together_has_no_such_screen(role: RoleKey, page: ArticlePage) -> None:
    officer: Any = browser(member(role))
    assert officer.get(_screen(page)).status_code == 302
    officer.post(reverse("bundles:in_all_languages", args=[page.pk, "publish"]))
    assert not Bundle.objects.exists()
