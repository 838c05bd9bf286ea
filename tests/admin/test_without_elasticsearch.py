"""Without Elasticsearch no page fails and no action of an editor does, however long it lasts."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from wagtail.models import PageViewRestriction

from designcity.settings import admin_search
from news.models import ArticlePage
from search.editors import backend as editors
from search.elasticsearch.breaker import breaker
from search.models import Entry, MissedSearch, PromotedResult, SynonymGroup
from search.updates.worker import refresh_entries
from tests.admin.desk import speak
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.factories import article, campaign, contact_page, institution, standard_page
from tests.reading import main, page

pytestmark = pytest.mark.django_db

AWAY = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _nobody_answers(settings: Settings) -> Iterator[None]:
    settings.ELASTICSEARCH_URL = AWAY
    settings.WAGTAILSEARCH_BACKENDS = admin_search.backends(AWAY, "designcity-test-away")
    for one in (breaker, editors.breaker):
        one.reset()
    yield
    for one in (breaker, editors.breaker):
        one.reset()


def _everything(tree: Tree) -> list[Any]:
    return [
        tree.home,
        tree.news,
        tree.directory,
        tree.campaigns,
        article(tree.news, "座谈会召开"),
        institution(tree.directory),
        campaign(tree.campaigns),
        standard_page(tree.home),
        contact_page(tree.home),
    ]


def test_readers_open_every_page_and_find_it(zh: Tree, en: Tree, client: Client) -> None:
    pages = _everything(zh)
    refresh_entries()
    for address in [*(one.url for one in pages), "/zh-hans/search/", "/zh-hans/news/feed/", "/sitemap.xml"]:
        assert client.get(address).status_code == 200, address
    for _ in range(3):
        assert "座谈 会召开" in main(client, "/zh-hans/search/", q="座谈")  # with its first word marked
        assert client.get("/zh-hans/search/suggest/", {"q": "座谈"}).json()["total"] == 1
    sent = client.post("/zh-hans/search/missed/", {"q": "x", "message": "地铁图"})
    assert sent.status_code == 302
    assert MissedSearch.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "",
        "pages/",
        "pages/search/?q=座谈",
        "images/?q=x",
        "documents/?q=x",
        "reports/site-history/",
        "search-desk/searches/",
        "search-desk/found-nothing/",
        "search-desk/missed/",
        "search-desk/index/",
        "search-desk/index/progress/",
        "snippets/search/synonymgroup/?q=x",
        "snippets/search/promotedresult/?q=x",
        "snippets/designcity/pinyinphrase/?q=x",
        "choose-page/search/?q=座谈",
    ],
)
def test_every_page_of_the_editors_interface_opens(zh: Tree, editor: Client, address: str) -> None:
    article(zh.news, "座谈会召开")
    assert editor.get(f"/admin/{address}").status_code == 200


def test_page_is_written_published_moved_hidden_and_deleted(
    zh: Tree, editor: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    def status(name: str, *args: Any, **sent: Any) -> int:
        address = reverse(f"wagtailadmin_pages:{name}", args=args)
        with django_capture_on_commit_callbacks(execute=True):
            return editor.post(address, sent).status_code

    assert status("add", "news", "articlepage", zh.news.pk, **article_form()) == 302
    one = ArticlePage.objects.get()
    assert one.live
    assert status("edit", one.pk, **article_form(title="改了标题")) == 302
    assert status("set_privacy", one.pk, restriction_type="login") == 200
    assert PageViewRestriction.objects.count() == 1
    assert status("unpublish", one.pk) == 302
    assert status("delete", one.pk) == 302
    assert not ArticlePage.objects.exists()
    refresh_entries()
    assert not Entry.objects.standing().filter(page_id=one.pk).exists()


def test_vocabulary_is_kept_and_counts_in_the_index_later(zh: Tree, editor: Client) -> None:
    words = {"words": "地铁\n轨道交通", "language_code": "", "note": ""}
    assert editor.post(reverse("search_synonyms:add"), words).status_code == 302
    promoted = {"language_code": "zh-hans", "queries": "地铁", "page": str(zh.news.pk), "sort_order": "0"}
    assert editor.post(reverse("search_promoted:add"), promoted | {"description": ""}).status_code == 302
    assert SynonymGroup.objects.count() == PromotedResult.objects.count() == 1


def test_state_of_the_index_says_so_and_what_to_do(zh: Tree, editor: Client) -> None:
    speak("en")
    assert "Elasticsearch does not answer" in page(editor, "/admin/search-desk/index/").get_text()
