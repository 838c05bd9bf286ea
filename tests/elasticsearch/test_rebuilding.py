"""A rebuild runs beside live traffic and loses nothing."""

import pytest
from django.core.management import call_command
from django.test import override_settings
from pytest_django import Settings

from news.models import ArticlePage
from search.asking import engine
from search.elasticsearch import client, indices
from search.elasticsearch.mapping import REFRESH_INTERVAL
from search.indexing.rebuilding import Superseded, rebuild
from search.models import Entry, LastRebuild, PendingUpdate, Rebuild
from search.updates.worker import bring_all, refresh_entries
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


class Killed(Exception):
    """Stands for the end of the process in the middle of a rebuild."""


def test_a_rebuild_finds_everything_again(zh: Tree, find: Find) -> None:
    article(zh.news, "座谈会召开")
    assert rebuild("zh-hans") == 5
    PendingUpdate.objects.all().delete()
    assert find("座谈会") == ["座谈会召开"]


def test_a_page_published_during_the_rebuild_is_not_lost(zh: Tree, find: Find) -> None:
    def publish_once(done: int, total: int) -> None:
        if not ArticlePage.objects.filter(title="后来发布").exists():
            article(zh.news, "后来发布")
            bring_all()

    rebuild("zh-hans", publish_once)
    assert find("后来发布") == ["后来发布"]


def test_a_page_unpublished_during_the_rebuild_does_not_come_back(zh: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")

    def unpublish(done: int, total: int) -> None:
        ArticlePage.objects.get(pk=page.pk).unpublish()
        bring_all()

    rebuild("zh-hans", unpublish)
    assert find("座谈会") == []


def test_a_killed_rebuild_leaves_readers_alone_and_the_next_one_cleans_up(zh: Tree, find: Find) -> None:
    article(zh.news, "座谈会召开")
    before = indices.current(client.writing(), "zh-hans")

    def kill(done: int, total: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        rebuild("zh-hans", kill)
    assert Rebuild.objects.count() == 1
    assert indices.current(client.writing(), "zh-hans") == before
    assert find("座谈会") == ["座谈会召开"]
    rebuild("zh-hans")
    assert len(client.writing().indices.get(index=f"{indices.alias('zh-hans')}-*").body) == 1
    assert Rebuild.objects.count() == 0


def test_the_alias_is_on_one_index_only(zh: Tree) -> None:
    rebuild("zh-hans")
    assert len(client.writing().indices.get_alias(name=indices.alias("zh-hans")).body) == 1


def test_set_up_builds_what_is_missing_and_nothing_else(zh: Tree, find: Find) -> None:
    client.writing().indices.delete(index=indices.current(client.writing(), "en") or "")
    before = indices.current(client.writing(), "zh-hans")
    call_command("search", "setup")
    assert indices.current(client.writing(), "en") is not None
    assert indices.current(client.writing(), "zh-hans") == before


def test_changes_wait_while_elasticsearch_is_away(zh: Tree, find: Find, settings: Settings) -> None:
    address = settings.ELASTICSEARCH_URL
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    article(zh.news, "座谈会召开")
    with pytest.raises(Exception, match=r"[Cc]onnection"):
        bring_all()
    settings.ELASTICSEARCH_URL = address
    assert find("座谈会") == ["座谈会召开"]


def test_a_rebuild_gives_way_to_one_that_begins_later(zh: Tree, find: Find) -> None:
    article(zh.news, "座谈会召开")

    def begin_another(done: int, total: int) -> None:
        rebuild("zh-hans")

    with pytest.raises(Superseded, match="Another rebuild has begun"):
        rebuild("zh-hans", begin_another)
    assert len(client.writing().indices.get(index=f"{indices.alias('zh-hans')}-*").body) == 1
    assert find("座谈会") == ["座谈会召开"]


def test_what_came_of_a_rebuild_from_the_command_line_is_kept(zh: Tree) -> None:
    call_command("search", "rebuild", language="zh-hans")
    last = LastRebuild.objects.get(language_code="zh-hans")
    assert (last.documents, last.failed_at) == (4, None)
    assert last.finished_at is not None


def test_what_the_rebuild_has_brought_waits_no_longer(zh: Tree) -> None:
    article(zh.news, "座谈会召开")
    late: list[int] = []

    def publish_once(done: int, total: int) -> None:
        if not late:
            late.append(article(zh.news, "后来发布").pk)
            refresh_entries()

    rebuild("zh-hans", publish_once)
    waiting = Entry.objects.waiting().filter(language_code="zh-hans")
    assert list(waiting.values_list("page_id", flat=True)) == late


def test_new_index_shows_changes_as_soon_as_any_other(zh: Tree) -> None:
    rebuild("zh-hans")
    [settings] = client.writing().indices.get_settings(index=indices.alias("zh-hans")).body.values()
    assert settings["settings"]["index"]["refresh_interval"] == REFRESH_INTERVAL


def test_the_database_finds_what_a_rebuild_has_found_once_the_worker_was_there(
    zh: Tree, settings: Settings
) -> None:
    article(zh.news, "座谈会召开")
    PendingUpdate.objects.all().delete()
    rebuild("zh-hans")
    assert Entry.objects.without_terms().exists()
    bring_all()
    assert not Entry.objects.without_terms().exists()
    with override_settings(ELASTICSEARCH_URL=""):
        results = engine.find("zh-hans", "座谈会")
        assert ([hit.title for hit in results.items], results.from_database) == (["座谈会召开"], True)


def test_a_rebuild_leaves_what_the_database_finds(zh: Tree, find: Find) -> None:
    page = article(zh.news, "座谈会召开")
    assert find("座谈会") == ["座谈会召开"]
    ArticlePage.objects.filter(pk=page.pk).update(summary="新的摘要")
    rebuild("zh-hans")
    with override_settings(ELASTICSEARCH_URL=""):
        assert [hit.title for hit in engine.find("zh-hans", "座谈会").items] == ["座谈会召开"]


def test_set_up_leaves_a_server_that_has_been_asked(zh: Tree) -> None:
    def asked() -> int:
        name = indices.current(client.writing(), "zh-hans")
        stats = client.writing().indices.stats(index=name, metric="search")
        return int(stats.body["_all"]["primaries"]["search"]["query_total"])

    before = asked()
    call_command("search", "setup", language="zh-hans")
    assert asked() >= before + 2 * 4
