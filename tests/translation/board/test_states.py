"""The board tells how far each page is, reached the way in which people reach it."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import (
    StringTranslation,
)

from tests.conftest import Tree
from tests.factories import article, category, published
from tests.translating import translate
from tests.translation.board.steps import Steps, status
from translating.board.models import TranslationStatus
from translating.board.settling import settle
from translating.board.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def steps(en: Tree, client: Client) -> Steps:
    """What an administrator does in the editors' interface."""
    return Steps(client, en.locale)


def test_a_page_without_a_version_is_missing_with_all_that_is_to_do(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕，共三天。")
    found = status(page)
    assert found.state == State.MISSING
    assert found.to_do == len("设计展开幕今天开幕共三天")
    assert found.since == page.last_published_at
    assert found.section_id == zh.news.pk


def test_a_placeholder_is_no_translation(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕")
    alias = page.copy_for_translation(en.locale, alias=True)
    found = status(page)
    assert found.state == State.MISSING
    assert found.version_id == str(alias.pk)


def test_what_was_given_to_be_translated_is_missing_until_a_passage_is_translated(
    zh: Tree, steps: Steps
) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    assert status(page).state == State.MISSING
    steps.translate(page, "summary", "It opens today.")
    found = status(page)
    assert found.state == State.IN_PROGRESS
    assert found.translated == 1
    assert found.to_do == len("设计展开幕")


def test_what_is_translated_whole_is_ready_until_it_is_published(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    steps.translate_all(page)
    found = status(page)
    assert (found.state, found.to_do) == (State.READY, 0)
    steps.publish(page)
    assert status(page).state == State.LIVE


def test_a_passage_that_is_wrong_is_still_to_do(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    steps.translate_all(page)
    StringTranslation.objects.filter(context__path="summary").update(has_error=True)
    assert status(page).state == State.IN_PROGRESS


def test_what_was_translated_again_is_ready(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    steps.translate_all(page)
    steps.publish(page)
    steps.translate(page, "summary", "Better words.")
    assert status(page).state == State.READY


def test_an_original_published_again_makes_the_translation_out_of_date(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    steps.translate_all(page)
    steps.publish(page)
    page.summary = "明天开幕，共三天。"
    page = published(page)
    found = status(page)
    assert (found.state, found.is_behind, found.changed) == (State.OUT_OF_DATE, True, 0)
    assert found.since == page.last_published_at
    steps.synchronize(page)
    found = status(page)
    assert (found.state, found.is_behind, found.changed, found.new) == (State.OUT_OF_DATE, False, 1, 0)
    assert found.to_do == len("明天开幕共三天")


def test_an_original_that_is_published_again_with_nothing_new_is_no_work(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "展览")
    steps.submit(page)
    steps.translate_all(page)
    steps.publish(page)
    page.expire_at = timezone.now() + datetime.timedelta(days=1)
    page = published(page)
    assert (status(page).state, status(page).is_behind) == (State.LIVE, False)
    page.display_date -= datetime.timedelta(days=1)
    assert status(published(page)).is_behind


def test_a_passage_more_is_a_new_one(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", body=[("text", "<p>第一段。</p>")])
    steps.submit(page)
    steps.translate_all(page)
    steps.publish(page)
    page.summary = "摘要。"
    published(page)
    steps.synchronize(page)
    found = status(page)
    assert (found.state, found.changed, found.new) == (State.OUT_OF_DATE, 0, 1)


def test_changes_that_need_no_words_are_ready_to_be_published(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    steps.translate_all(page)
    steps.publish(page)
    published(page)
    steps.synchronize(page)
    assert status(page).state == State.READY


def test_what_was_published_with_gaps_is_in_progress(zh: Tree, steps: Steps) -> None:
    page = article(zh.news, "设计展开幕", summary="今天开幕。")
    steps.submit(page)
    steps.translate(page, "summary", "It opens today.")
    steps.publish(page)
    assert status(page).state == State.IN_PROGRESS


def test_a_translation_taken_offline_is_ready(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕")
    translate(page, en.locale).unpublish()
    assert status(page).state == State.READY


def test_a_version_written_by_hand_is_live_until_its_original_changes(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕")
    version = page.copy_for_translation(en.locale)
    version.title = "A show opens"
    version.save_revision()
    version.unpublish()
    assert status(page).state == State.IN_PROGRESS
    published(version)
    assert status(page).state == State.LIVE
    published(page)
    found = status(page)
    assert (found.state, found.to_do) == (State.OUT_OF_DATE, 0)


def test_an_original_in_another_language_is_translated_into_the_sites_own(zh: Tree, en: Tree) -> None:
    page = article(en.news, "A show opens")
    settle()
    assert not TranslationStatus.objects.filter(translation_key=page.translation_key).exists()
    translate(page, zh.locale, words=lambda text: f"译：{text}")
    found = status(page)
    assert (found.state, found.locale, found.source_locale) == (State.LIVE, zh.locale, en.locale)


def test_drafts_of_originals_are_not_on_the_board(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕")
    status(page)
    page.unpublish()
    settle()
    assert not TranslationStatus.objects.filter(translation_key=page.translation_key).exists()


def test_what_is_deleted_leaves_the_board(zh: Tree, en: Tree) -> None:
    page, record = article(zh.news, "设计展开幕"), category("展览", locale=zh.locale)
    status(page), status(record)
    page.delete()
    record.delete()
    settle()
    keys = [page.translation_key, record.translation_key]
    assert not TranslationStatus.objects.filter(translation_key__in=keys).exists()


def test_what_moves_stands_in_its_new_section(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕")
    assert status(page).section_id == zh.news.pk
    page.move(zh.campaigns, pos="last-child")
    assert status(page).section_id == zh.campaigns.pk


def test_records_stand_on_the_board_too(zh: Tree, en: Tree) -> None:
    record = category("展览", locale=zh.locale)
    found = status(record)
    assert (found.state, found.is_page, found.title) == (State.MISSING, False, "展览")
    assert found.to_do == 2
    translate(record, en.locale)
    assert status(record).state == State.LIVE


def test_a_new_language_lacks_everything(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "设计展开幕")
    translate(page, en.locale)
    status(page)
    german = Locale.objects.create(language_code="de")
    while settle():
        pass
    found = TranslationStatus.objects.filter(translation_key=page.translation_key)
    assert {one.locale_id: one.state for one in found} == {en.locale.pk: State.LIVE, german.pk: State.MISSING}
