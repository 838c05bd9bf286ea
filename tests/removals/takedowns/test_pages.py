"""A page that is taken down is nowhere any more, in any language, and comes back as it was."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail_localize.models import TranslationSource

from newsroom.models import Notice
from removals.models import KeptRow, Takedown
from removals.takedowns.errors import CannotTakeDown, CannotUndo
from removals.takedowns.taking import take_down, undo
from tests.conftest import Tree
from tests.everything import PAGE_TYPES, page_of
from tests.factories import article, image, standard_page
from tests.removals.takedowns.reading import everywhere, public_html
from tests.translating import translate

pytestmark = pytest.mark.django_db

WORDS = "绝密段落三十六计"


@pytest.fixture
def taken(zh: Tree, en: Tree) -> Any:
    """An article in two languages, with a draft in each."""
    page = article(zh.news, f"{WORDS}标题", summary=f"{WORDS}摘要", body=[("text", f"<p>{WORDS}正文</p>")])
    english = translate(page, en.locale)
    page.save_revision()
    english.save_revision()
    return type(page).objects.get(pk=page.pk)


def test_every_language_answers_451(taken: Any, officer: Any) -> None:
    addresses = [page.url for page in (taken, taken.get_translations().get())]
    take_down(taken, by=officer, reason="Anwalt", request_number="2026-17")
    for address in addresses:
        response = Client().get(address)
        assert response.status_code == 451
        assert "2026-17" in response.content.decode()
        assert WORDS not in response.content.decode()
        assert 'content="noindex"' in response.content.decode()


def test_status_may_be_410(taken: Any, officer: Any) -> None:
    take_down(taken, by=officer, reason="", status=410)
    assert Client().get(taken.url).status_code == 410


def test_no_table_holds_the_words_any_more(taken: Any, officer: Any) -> None:
    assert everywhere(WORDS)
    take_down(taken, by=officer, reason="")
    call_command("search", "update")
    assert everywhere(WORDS) == []


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_page_type_comes_back_as_it_was(zh: Tree, en: Tree, officer: Any, model: type[Page]) -> None:
    page = page_of(model, zh)
    if page.depth <= 2:
        with pytest.raises(CannotTakeDown):
            take_down(page, by=officer, reason="")
        return
    before = public_html(page.url)
    drafts = list(Revision.objects.order_by("pk").values())
    takedown = take_down(page, by=officer, reason="")
    assert Client().get(page.url).status_code == 451
    undo(takedown, by=officer)
    assert public_html(page.url) == before
    assert list(Revision.objects.order_by("pk").values()) == drafts


def test_undoing_brings_back_both_languages_and_their_translation(taken: Any, officer: Any) -> None:
    addresses = [page.url for page in (taken, taken.get_translations().get())]
    before = [public_html(address) for address in addresses]
    takedown = take_down(taken, by=officer, reason="")
    assert not TranslationSource.objects.filter(object=taken.translation_key).exists()
    undo(takedown, by=officer)
    assert [public_html(address) for address in addresses] == before
    assert TranslationSource.objects.filter(object=taken.translation_key).exists()
    assert not Notice.objects.exists()
    assert not KeptRow.objects.exists()


def test_a_placeholder_goes_with_its_source(zh: Tree, en: Tree, officer: Any) -> None:
    page = article(zh.news, WORDS)
    placeholder = page.copy_for_translation(en.locale, alias=True)
    placeholder.live = True
    placeholder.save()
    takedown = take_down(page, by=officer, reason="")
    assert Client().get(placeholder.url).status_code == 451
    undo(takedown, by=officer)
    assert WORDS in public_html(placeholder.url)


def test_a_second_time_is_refused(taken: Any, officer: Any) -> None:
    take_down(taken, by=officer, reason="")
    with pytest.raises(CannotTakeDown):
        take_down(Page.objects.get(pk=taken.pk), by=officer, reason="")
    assert Takedown.objects.count() == 1


def test_an_old_address_leads_to_the_notice(taken: Any, officer: Any) -> None:
    Redirect.add_redirect("/zh-hans/old/", taken)
    take_down(taken, by=officer, reason="")
    assert Client().get("/zh-hans/old/", follow=True).status_code == 451


def test_what_was_private_or_never_public_says_nothing(zh: Tree, officer: Any) -> None:
    page = article(zh.news)
    PageViewRestriction.objects.create(page=zh.news, restriction_type="login")
    draft = zh.home.add_child(instance=type(standard_page(zh.home))(title="草稿", live=False))
    for one in (page, draft):
        take_down(one, by=officer, reason="")
        assert Client().get(one.url).status_code == 404


def test_a_page_below_stays_and_one_that_moves_meanwhile_stays_in_its_place(zh: Tree, officer: Any) -> None:
    section = standard_page(zh.home, "栏目")
    below = standard_page(section, "下级")
    takedown = take_down(section, by=officer, reason="")
    assert "下级" in public_html(below.url)
    other = standard_page(zh.home, "别处")
    Page.objects.get(pk=other.pk).move(Page.objects.get(pk=zh.home.pk), pos="first-child")
    undo(takedown, by=officer)
    assert "栏目" in public_html(section.url)
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_was_deleted_since_cannot_come_back(taken: Any, officer: Any) -> None:
    takedown = take_down(taken, by=officer, reason="")
    address = taken.url
    Page.objects.get(pk=taken.pk).delete()
    with pytest.raises(CannotUndo):
        undo(takedown, by=officer)
    assert Client().get(address).status_code == 451


def test_a_picture_that_was_taken_down_since_stays_down(zh: Tree, officer: Any) -> None:
    picture = image()
    page = article(zh.news, lead_image=picture, lead_image_alt="Tisch")
    page.save_revision()
    takedown = take_down(page, by=officer, reason="")
    take_down(picture, by=officer, reason="")
    undo(takedown, by=officer)
    assert type(page).objects.get(pk=page.pk).lead_image_id is None
    public_html(page.url)


def test_what_was_brought_back_is_not_brought_back_again(taken: Any, officer: Any) -> None:
    takedown = take_down(taken, by=officer, reason="")
    undo(takedown, by=officer)
    with pytest.raises(CannotUndo):
        undo(takedown, by=officer)
