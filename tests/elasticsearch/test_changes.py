"""Everything that happens to a page reaches the index."""

import pytest
from django.db import transaction
from wagtail.models import PageViewRestriction

from news.models import ArticlePage
from search.asking import engine
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article, category

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


def test_publishing_and_unpublishing(zh: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    assert find("座谈会") == ["座谈会召开"]
    page.unpublish()
    assert find("座谈会") == []


def test_a_draft_changes_nothing_that_readers_find(zh: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    page.title = "展览会开幕"
    page.save_revision()
    assert find("座谈会") == ["座谈会召开"]
    assert find("展览会") == []


def test_deleting(zh: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    assert find("座谈会") == ["座谈会召开"]
    page.delete()
    assert find("座谈会") == []


def test_deleting_a_whole_section(zh: Tree, find: Find) -> None:
    article(zh.news, "座谈会召开")
    assert find("座谈会") == ["座谈会召开"]
    zh.news.delete()
    assert find("座谈会") == []


def test_making_private_and_public_again(zh: Tree, find: Find) -> None:
    article(zh.news, "座谈会召开")
    assert find("座谈会") == ["座谈会召开"]
    restriction = PageViewRestriction.objects.create(page=zh.news, restriction_type="login")
    assert find("座谈会") == []
    restriction.delete()
    assert find("座谈会") == ["座谈会召开"]


def test_moving_a_section_changes_addresses(zh: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    assert find("座谈会") == ["座谈会召开"]
    zh.news.slug = "xinwen"
    zh.news.save_revision().publish()
    assert find("座谈会") == ["座谈会召开"]
    assert engine.find("zh-hans", "座谈会").items[0].url == f"/zh-hans/xinwen/{page.slug}/"


def test_translating(zh: Tree, en: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    translated = page.copy_for_translation(en.locale)
    translated.title = "Symposium held"
    assert find("symposium", "en") == []
    translated.save_revision().publish()
    assert find("symposium", "en") == ["Symposium held"]
    assert find("座谈会") == ["座谈会召开"]


def test_the_placeholder_of_an_untranslated_page_is_not_found(zh: Tree, en: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    placeholder = page.copy_for_translation(en.locale, alias=True)
    assert ArticlePage.objects.get(pk=placeholder.pk).live
    assert find("座谈会", "en") == []


def test_renaming_a_category(zh: Tree, find: Find) -> None:
    filed = category("政策", locale=zh.locale)
    article(zh.news, "座谈会召开", category=filed)
    assert find("政策") == ["座谈会召开"]
    filed.name = "活动"
    filed.save()
    assert find("活动") == ["座谈会召开"]
    assert find("政策") == []


def test_what_is_rolled_back_reaches_nothing(zh: Tree, find: Find) -> None:
    with pytest.raises(Stop):
        _publish_and_stop(zh)
    assert find("座谈会") == []


class Stop(Exception):
    """Ends a transaction before it is committed."""


@transaction.atomic
def _publish_and_stop(zh: Tree) -> None:
    article(zh.news, "座谈会召开")
    raise Stop
