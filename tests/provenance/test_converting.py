"""The names that articles and pictures carried as texts become sources, and names again: nothing is lost."""

import json
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

from designcity.images import DesignImage
from news.models import ArticlePage
from provenance.models import Source
from provenance.sources.converting import Names
from tests.conftest import Tree
from tests.factories import article, image, published, source

pytestmark = pytest.mark.django_db

BEFORE = [("designcity", "0004_pictures"), ("news", "0003_source")]
AFTER = [("news", "0005_remove_source_name"), ("designcity", "0007_remove_image_source_name")]


def _migrate(targets: list[tuple[str, str]]) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate([*targets])


def _texts(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [row[0] for row in cursor.fetchall()]


def _run(query: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query)


def test_names_of_articles_and_pictures_become_sources_and_names_again(zh: Tree, en: Tree) -> None:
    daily = source("示例日报", locale=zh.locale)
    english = daily.copy_for_translation(en.locale)
    english.name = "Sample Daily"
    english.save()
    page = article(zh.news, "转载的稿件", source_kind="repost", source=daily)
    translation = page.copy_for_translation(en.locale)
    translation.title, translation.source = "A repost", english
    published(translation)
    draft = article(zh.news, "另一篇", source=daily)
    draft.source = source("只在草稿里的报纸" * 10, locale=zh.locale)
    draft.save_revision()
    TranslationSource.update_or_create_from_instance(page)
    picture = image(source=daily)

    _run("SET CONSTRAINTS ALL IMMEDIATE")
    _migrate(BEFORE)
    names = _texts("SELECT source_name FROM news_articlepage ORDER BY page_ptr_id")
    assert names == ["示例日报", "Sample Daily", "示例日报"]
    assert _texts("SELECT source FROM designcity_designimage") == ["示例日报"]
    _run("UPDATE news_articlepage SET source_id = NULL")
    _run("DELETE FROM provenance_source")

    _migrate(AFTER)
    made = {one.name: one for one in Source.objects.all()}
    assert set(made) == {"示例日报", "Sample Daily", "只在草稿里的报纸" * 10}
    assert made["示例日报"].translation_key == made["Sample Daily"].translation_key
    assert made["示例日报"].slug == made["Sample Daily"].slug == "shi-li-ri-bao"
    assert ArticlePage.objects.get(pk=page.pk).source == made["示例日报"]
    assert ArticlePage.objects.get(pk=translation.pk).source == made["Sample Daily"]
    kept = ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert kept.source == made["只在草稿里的报纸" * 10]
    assert DesignImage.objects.get(pk=picture.pk).source == made["示例日报"]
    content = json.loads(TranslationSource.objects.get(object_id=page.translation_key).content_json)
    assert content["source"] == made["示例日报"].pk
    assert not Revision.objects.filter(content__has_key="source_name").exists()


def test_an_article_and_its_translation_name_the_same_source() -> None:
    names = Names()
    names.together([(1, "日报"), (2, "Daily")])
    names.together([(1, "日报"), (2, "Daily")])
    names.together([(1, ""), (2, "Weekly")])
    assert names.keys[1, "日报"] == names.keys[2, "Daily"]
    assert names.keys[2, "Weekly"] != names.keys[2, "Daily"]
    assert len(names.keys) == 3


def test_a_name_translated_in_two_ways_stays_two_sources_there() -> None:
    names = Names()
    names.together([(1, "日报"), (2, "Daily")])
    names.together([(1, "日报"), (2, "The Daily")])
    assert names.keys[2, "The Daily"] != names.keys[1, "日报"]


def test_a_language_that_is_added_joins_the_source() -> None:
    names = Names()
    names.together([(1, "日报"), (2, "")])
    names.together([(1, "日报"), (2, "Daily")])
    assert names.keys[2, "Daily"] == names.keys[1, "日报"]
