"""What becomes private is hidden from that moment on: nobody waits for the worker, or for Elasticsearch."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from search.asking import engine
from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices
from search.elasticsearch.breaker import breaker
from search.models import Withdrawal
from search.updates.worker import bring_all
from tests.conftest import Tree
from tests.elasticsearch.conftest import Find
from tests.factories import administrator, article, standard_page
from tests.search.attachments.test_passages import offering, read_document

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

AWAY = "http://127.0.0.1:9"


@contextmanager
def asking(address: str) -> Iterator[None]:
    """Ask the Elasticsearch at an address, as if it had always been there."""
    with override_settings(ELASTICSEARCH_URL=address):
        breaker.reset()
        yield
    breaker.reset()


@pytest.fixture
def secret(zh: Tree, find: Find) -> Any:
    """An article with an attachment, which readers find."""
    vault = Collection.get_first_root_node().add_child(name="内部")
    document = read_document("名单", "秘密名单", collection=vault)
    page = article(zh.news, "秘密座谈会", attachments=offering(document))
    assert find("秘密") == find("名单") == ["秘密座谈会"]
    return page


def _make_private(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def _make_section_private(page: Any) -> None:
    _make_private(page.get_parent())


def _move_into_private_section(page: Any) -> None:
    section = standard_page(page.get_parent().get_parent(), "内部")
    _make_private(section)
    page.move(section, pos="last-child")


def _unpublish(page: Any) -> None:
    page.unpublish()


HIDING = [_make_private, _make_section_private, _move_into_private_section, _unpublish]


@pytest.mark.parametrize("hide", HIDING)
@pytest.mark.parametrize("address", ["", AWAY], ids=["elasticsearch", "database"])
def test_page_is_gone_from_everything_at_once(
    secret: Any, settings: Settings, client: Client, hide: Callable[[Any], None], address: str
) -> None:
    hide(secret)
    with asking(address or settings.ELASTICSEARCH_URL):
        found = engine.find("zh-hans", "秘密")
        assert (found.items, found.total, found.from_database) == ([], 0, address == AWAY)
        assert not any(found.facets.get("kind", {}).values())
        assert client.get("/zh-hans/search/suggest/", {"q": "秘密"}).json()["total"] == 0
        assert "秘密座谈会" not in client.get("/zh-hans/search/", {"q": "秘密"}).content.decode()


Committing = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def committing(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Committing:
    """Return what does at the end of a block what is done at a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_words_of_a_private_attachment_are_gone_at_once(
    secret: Any, find: Find, committing: Committing
) -> None:
    collection = Collection.objects.get(name="内部")
    with committing():
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert engine.find("zh-hans", "名单").total == 0
    assert find("名单") == []
    assert find("座谈会") == ["秘密座谈会"]


def test_document_is_deleted_with_the_commit(
    secret: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _make_private(secret)
    there = elasticsearch.writing().exists(index=indices.alias("zh-hans"), id=str(secret.pk))
    assert not there


def test_elasticsearch_away_stops_nobody_from_making_a_page_private(
    secret: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with asking(AWAY), django_capture_on_commit_callbacks(execute=True):
        _make_private(secret)
    assert engine.find("zh-hans", "秘密").total == 0
    bring_all()
    assert not Withdrawal.objects.exists()
    assert engine.find("zh-hans", "秘密").total == 0


def _put_into_private_collection(document: Document, editor: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="私密")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    address = reverse("wagtail_bulk_action", args=("wagtaildocs", "document", "add_to_collection"))
    sent = editor.post(f"{address}?id={document.pk}", {"collection": private.pk})
    assert sent.status_code == 302


def _move_collection_into_private_one(document: Document, editor: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="私密")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    address = reverse("wagtailadmin_collections:edit", args=(document.collection_id,))
    assert editor.post(address, {"name": "内部", "parent": private.pk}).status_code == 302


@pytest.mark.parametrize("move", [_put_into_private_collection, _move_collection_into_private_one])
def test_documents_that_are_moved_into_a_private_collection_lose_their_words(
    secret: Any, find: Find, committing: Committing, client: Client, move: Callable[[Document, Client], None]
) -> None:
    client.force_login(administrator())
    with committing():
        move(Document.objects.get(), client)
    assert engine.find("zh-hans", "名单").total == 0
    assert find("名单") == []
    assert find("座谈会") == ["秘密座谈会"]


def test_page_whose_private_document_is_renamed_stays(secret: Any, find: Find, committing: Committing) -> None:
    collection = Collection.objects.get(name="内部")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert find("座谈会") == ["秘密座谈会"]
    with committing():
        Document.objects.get().save()
    assert find("座谈会") == ["秘密座谈会"]


def test_other_languages_forget_the_title_of_what_moved_into_a_private_section(
    zh: Tree, en: Tree, find: Find
) -> None:
    page = article(zh.news, "内部座谈会")
    translated = page.copy_for_translation(en.locale)
    translated.title = "Symposium"
    translated.save_revision().publish()
    assert find("内部座谈会", "en") == ["Symposium"]
    _move_into_private_section(page)
    assert find("内部座谈会", "en") == []


def test_page_that_is_public_again_comes_back(secret: Any, find: Find, committing: Committing) -> None:
    with committing():
        _make_private(secret)
        PageViewRestriction.objects.all().delete()
    assert find("秘密") == ["秘密座谈会"]
    assert not Withdrawal.objects.exists()
