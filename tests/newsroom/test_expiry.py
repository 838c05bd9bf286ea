"""A translation runs out with its original; a version that is written by hand by itself."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted, translated

pytestmark = pytest.mark.django_db
HEADLINE = "展览"


def _ends(page: Any, hours: int | None) -> datetime.datetime | None:
    """Publish a page that runs out after some hours, and return when."""
    page.refresh_from_db()
    page.expire_at = None if hours is None else timezone.now() + datetime.timedelta(hours=hours)
    page.save_revision().publish()
    at: datetime.datetime | None = page.expire_at
    return at


def _published(translation: Translation) -> Page:
    translated(translation, {HEADLINE: "Exhibition"})
    translation.save_target(publish=True)
    return _english(translation)


def _english(translation: Translation) -> Page:
    return Page.objects.get(
        translation_key=translation.source.object_id, locale=translation.target_locale
    ).specific


@pytest.fixture
def page(zh: Tree, en: Tree) -> Any:
    """An article in Chinese."""
    return article(zh.news, HEADLINE)


def test_a_translation_gets_the_end_of_its_original_whichever_is_published_first(page: Any) -> None:
    begun = submitted(page)
    first = _ends(page, 5)
    assert _published(begun).expire_at == first
    later = _ends(page, 9)
    english = _english(begun)
    assert english.expire_at == later
    english.get_latest_revision().publish()
    assert _english(begun).expire_at == later
    _ends(page, None)
    assert _english(begun).expire_at is None
    english = _english(begun)
    english.get_latest_revision().publish()
    assert _english(begun).expire_at is None


def test_both_languages_are_taken_down(page: Any) -> None:
    english = _published(submitted(page))
    _ends(page, 5)
    Page.objects.filter(translation_key=page.translation_key).update(
        expire_at=timezone.now() - datetime.timedelta(minutes=1)
    )
    call_command("publish_scheduled")
    assert set(Page.objects.filter(pk__in=[page.pk, english.pk]).values_list("live", "expired")) == {
        (False, True)
    }


def test_a_placeholder_runs_out_with_its_original(page: Any, en: Tree) -> None:
    placeholder = page.copy_for_translation(en.locale, alias=True)
    assert placeholder.live
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not Page.objects.filter(pk__in=[page.pk, placeholder.pk], live=True).exists()


def test_a_version_written_by_hand_keeps_an_end_of_its_own(page: Any) -> None:
    begun = submitted(page)
    english = _published(begun)
    Translation.objects.filter(pk=begun.pk).update(enabled=False)
    own = _ends(english, 3)
    _ends(page, 9)
    english.refresh_from_db()
    assert english.expire_at == own


def test_an_original_that_is_down_ends_nothing(page: Any) -> None:
    begun = submitted(page)
    page.unpublish()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + datetime.timedelta(hours=1))
    assert _published(begun).expire_at is None
