"""What is taken down is found no more, from that moment on, and is found again when it is brought back."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from removals.takedowns.taking import take_down, undo
from removals.takedowns.targets import Passage
from search.asking import engine
from search.elasticsearch import client as elasticsearch
from search.models import Entry
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import administrator, article
from tests.translating import translate

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

BODY = [("text", "<p>公开的开头。</p><p>机密座谈会的名单在此处。</p>")]


@pytest.fixture
def page(zh: Tree, en: Tree, find: Find) -> Any:
    """An article in two languages, which readers find."""
    made = article(zh.news, "名单公布", body=BODY)
    translate(made, en.locale)
    assert find("机密座谈会") == ["名单公布"]
    return made


def _in_index(words: str) -> int:
    """Return how many documents of all indices hold some words, in whatever field."""
    own = f"{settings.SEARCH_INDEX_PREFIX}-*"  # another worker has indices of its own
    elasticsearch.writing().indices.refresh(index=own)
    found = elasticsearch.writing().search(index=own, query={"match_all": {}}, size=100)
    return sum(words in str(hit["_source"]) for hit in found["hits"]["hits"])


def test_page_is_gone_at_once_and_comes_back(page: Any, find: Find, suggest: Find, client: Client) -> None:
    takedown = take_down(page, by=administrator(), reason="")
    assert engine.find("zh-hans", "名单公布").total == 0
    assert client.get("/zh-hans/search/suggest/", {"q": "名单"}).json()["total"] == 0
    assert suggest("名单") == []
    assert find("机密座谈会", "en") == []
    assert _in_index("名单公布") == 0
    assert not Entry.objects.filter(source__contains="机密").exists()
    undo(takedown, by=None)
    assert find("机密座谈会") == suggest("名单") == ["名单公布"]


def test_passage_is_gone_and_the_rest_is_found(page: Any, find: Find) -> None:
    takedown = take_down(Passage(page, "机密座谈会的名单在此处。"), by=administrator(), reason="")
    assert engine.find("zh-hans", "机密座谈会").total == 0
    assert find("机密座谈会") == find("机密座谈会", "en") == []
    assert find("公开的开头") == ["名单公布"]
    assert _in_index("机密座谈会") == 0
    undo(takedown, by=None)
    assert find("机密座谈会") == ["名单公布"]
