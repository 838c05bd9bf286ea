"""The state of the versions in other languages."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from news.models import ArticlePage
from newsroom.checks import languages
from tests.conftest import Tree
from tests.factories import article, published
from tests.newsroom.checks.finding import begun
from tests.translating import translate

pytestmark = pytest.mark.django_db


def _found(page: Any) -> list[tuple[str, str]]:
    return [(one.severity.value, begun(str(one.sentence))) for one in languages.check(page)]


def _sentences(page: Any) -> list[str]:
    return [str(one.sentence) for one in languages.check(page)]


def test_a_page_without_a_version_or_with_a_placeholder_is_not_translated(zh: Tree, en: Tree) -> None:
    page = article(zh.news)
    assert _found(page) == [("good", "There is no version in English yet")]
    page.copy_for_translation(en.locale, alias=True)
    assert _found(page) == [("good", "There is no version in English yet")]


def test_a_draft_in_the_other_language_is_mentioned(zh: Tree, en: Tree) -> None:
    page = article(zh.news)
    page.copy_for_translation(en.locale)
    assert _found(page) == [("good", "The version in English is a draft")]


def test_a_translation_is_out_of_date_once_the_original_is_published_anew(zh: Tree, en: Tree) -> None:
    page = article(zh.news, summary="摘要")
    english = translate(page, en.locale)
    assert _found(page) == []
    assert _found(english) == []
    page.summary = "新的摘要"
    page = published(page)
    assert _found(page) == [("should", "The version in English is out of date")]
    assert _found(english) == [("should", "This version is out of date")]


def test_passages_that_wait_for_their_translation_put_it_out_of_date(zh: Tree, en: Tree) -> None:
    page = article(zh.news, summary="摘要")
    translate(page, en.locale)
    StringTranslation.objects.all().delete()
    assert _found(page) == [("should", "The version in English is out of date")]


def test_a_version_written_by_hand_that_stays_when_the_page_runs_out_is_mentioned(zh: Tree, en: Tree) -> None:
    page = article(zh.news)
    english = translate(page, en.locale)
    end = timezone.now() + datetime.timedelta(days=3)
    page.expire_at = end
    assert _found(page) == []  # a translation runs out with it
    Translation.objects.update(enabled=False)
    assert _sentences(page)[0].startswith("The version in English stays online when this one runs out on")
    kept = Page.objects.filter(pk=english.pk)
    kept.update(expire_at=end + datetime.timedelta(days=1))
    assert _sentences(page)[0].startswith("The version in English runs out at another time than this one")
    kept.update(expire_at=end)
    assert _found(page) == []
    kept.update(expire_at=None, live=False)
    assert _found(page) == [("good", "The version in English is a draft")]


def test_a_page_that_is_not_kept_yet_has_no_other_versions(
    zh: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert _found(ArticlePage(title="新")) == []
