"""The worker brings batch after batch, whatever comes meanwhile."""

import pytest
from pytest_django import Settings

from search.asking import engine
from search.elasticsearch import client
from search.models import Entry, PendingUpdate
from search.updates import worker
from search.updates.worker import bring_all
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import article

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


def test_changes_that_keep_coming_keep_none_waiting(zh: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before each batch another page is published; the one before it has reached the index by then."""
    refresh, published, found = worker._refresh_batch, ["召开第零次会"], []

    def while_another_is_published() -> int:
        if published[1:]:
            client.writing().indices.refresh(index="designcity-test-*")
            found.append(engine.find("zh-hans", published[-1]).items[0].title)
        if len(published) < 4:
            published.append(f"召开第{'一二三'[len(published) - 1]}次会")
            article(zh.news, published[-1])
        return refresh()

    monkeypatch.setattr(worker, "_refresh_batch", while_another_is_published)
    bring_all()
    assert found[:3] == published[1:]


def test_while_elasticsearch_is_away_the_database_keeps_up(
    zh: Tree, find: Find, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.outbox.recording.BATCH", 2)
    address, settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_URL, "http://127.0.0.1:9"
    for number in range(6):
        article(zh.news, f"座谈会之{number}")
    with pytest.raises(Exception, match=r"[Cc]onnection"):
        bring_all()
    settings.ELASTICSEARCH_URL = address
    assert not PendingUpdate.objects.exists()
    assert Entry.objects.waiting().filter(source__contains="座谈会之").count() == 6
    assert len(find("座谈会之")) == 6
