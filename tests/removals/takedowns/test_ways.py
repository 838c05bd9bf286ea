"""Nobody, not even an administrator, opens, copies or publishes a page that was taken down, in any way."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from newsroom.models import Bundle, BundlePage, DraftLink
from removals.takedowns.taking import take_down
from tests.conftest import Tree
from tests.factories import article, standard_page
from tests.translating import translate

pytestmark = pytest.mark.django_db

WORDS = "绝密段落三十六计"


@pytest.fixture
def taken(zh: Tree, en: Tree, officer: Any) -> Any:
    """An article that was taken down, with its translation."""
    page = article(zh.news, WORDS, summary=WORDS, body=[("text", f"<p>{WORDS}</p>")])
    translate(page, en.locale)
    page.save_revision()
    page.save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    take_down(page, by=officer, reason="")
    return Page.objects.get(pk=page.pk)


@pytest.fixture
def editor(client: Client, officer: Any) -> Client:
    """A browser of somebody who may do everything."""
    client.force_login(officer)
    return client


OPENING = [
    "edit",
    "history",
    "view_draft",
    "copy",
    "move",
    "delete",
    "unpublish",
    "preview_on_edit",
    "convert_alias",
    "privacy",
    "usage",
    "workflow_history",
    "lock",
]


@pytest.mark.parametrize("name", OPENING)
def test_no_view_of_a_page_shows_what_it_was(taken: Page, editor: Client, name: str) -> None:
    for page in (taken, taken.get_translations().get()):
        prefix = "set_privacy" if name == "privacy" else name
        response = editor.get(reverse(f"wagtailadmin_pages:{prefix}", args=[page.pk]))
        assert WORDS not in response.content.decode()
        if name not in {"usage", "privacy", "lock", "workflow_history"}:
            assert response.status_code in {302, 403, 404}, name


def test_nobody_has_a_permission_on_it(taken: Page, officer: Any) -> None:
    for page in (taken, taken.specific):
        tester = page.permissions_for_user(officer)
        names = [name for name in dir(tester) if name.startswith("can_")]
        assert names
        assert not any(getattr(tester, name)() for name in names)


def test_lists_and_interfaces_for_programs_do_not_tell(taken: Page, editor: Client) -> None:
    addresses = [
        reverse("wagtailadmin_explore", args=[taken.get_parent().pk]),
        f"/admin/api/main/pages/{taken.pk}/",
        f"/admin/api/main/pages/?child_of={taken.get_parent().pk}&fields=*",
        reverse("wagtailadmin_home"),
        f"{reverse('wagtailadmin_pages:search')}?q={WORDS[:4]}",
        reverse("wagtailadmin_reports:site_history"),
        f"{reverse('wagtailadmin_choose_page_search')}?q={WORDS[:4]}",
    ]
    for address in addresses:
        response = editor.get(address)
        assert response.status_code == 200, address
        assert WORDS not in response.content.decode()


def test_readers_lists_feeds_and_sitemap_do_not_have_it(taken: Page, zh: Tree, en: Tree) -> None:
    for address in (zh.news.url, f"{zh.news.url}feed/", en.news.url, "/sitemap.xml", zh.home.url):
        answer = Client().get(address).content.decode()
        assert WORDS not in answer
        assert f"/{taken.slug}/" not in answer


def test_code_cannot_publish_or_save_it(taken: Page) -> None:
    for change in (lambda: taken.specific.save_revision().publish(), lambda: taken.specific.save()):
        with pytest.raises(PermissionDenied):
            change()
    assert not Page.objects.get(pk=taken.pk).live


def test_the_schedule_finds_nothing_to_publish(taken: Page) -> None:
    assert not Revision.objects.filter(object_id=str(taken.pk)).exists()
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=taken.pk).live


def test_a_bulk_action_on_its_section_leaves_it_down(taken: Page, editor: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{address}?id={taken.get_parent().pk}", {"include_descendants": "on"})
    editor.post(f"{address}?id={taken.pk}", {"include_descendants": ""})
    assert not Page.objects.get(pk=taken.pk).live


def test_a_bundle_does_not_publish_it(taken: Page, editor: Client) -> None:
    bundle = Bundle.objects.create(title="Bündel")
    BundlePage.objects.create(bundle=bundle, page=taken)
    editor.get(reverse("bundles:inspect", args=[bundle.pk]))
    editor.post(reverse("bundles:publish", args=[bundle.pk]))
    assert not Page.objects.get(pk=taken.pk).live


def test_a_copy_of_its_section_holds_nothing_of_it(zh: Tree, officer: Any, editor: Client) -> None:
    section = standard_page(zh.home, "栏目")
    page = standard_page(section, WORDS, body=[("text", f"<p>{WORDS}</p>")])
    take_down(page, by=officer, reason="")
    section = Page.objects.get(pk=section.pk)
    form = {
        "new_title": "Kopie",
        "new_slug": "kopie",
        "new_parent_page": zh.home.pk,
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    editor.post(reverse("wagtailadmin_pages:copy", args=[section.pk]), form)
    copies = Page.objects.filter(url_path__startswith=f"{zh.home.url_path}kopie/")
    assert copies.count() >= 1
    for copy in copies:
        assert WORDS not in str(copy.specific.serializable_data())


def test_a_link_to_its_draft_shows_nothing(taken: Page) -> None:
    link = DraftLink.objects.create(page=taken, expires_at=timezone.now() + datetime.timedelta(days=1))
    response = Client().get(link.address)
    assert WORDS not in response.content.decode()


def test_its_translation_editor_is_gone(taken: Page, editor: Client) -> None:
    assert not Translation.objects.filter(source__object=taken.translation_key).exists()
    english = taken.get_translations().get()
    address = reverse("wagtail_localize:submit_page_translation", args=[taken.pk])
    assert WORDS not in editor.get(address).content.decode()
    editor.post(address, {"locales": [english.locale_id]})
    assert not TranslationSource.objects.filter(object=taken.translation_key).exists()


def test_searching_words_of_readers_are_not_asked_of_it(taken: Page) -> None:
    call_command("search", "update")
    answer = Client().get("/zh-hans/search/", {"q": WORDS}).content.decode()
    assert taken.slug not in answer
    assert Client().get("/zh-hans/search/suggest/", {"q": WORDS}).json()["total"] == 0
