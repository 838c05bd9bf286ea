import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from designcity.errors import server_error
from tests.conftest import Tree
from tests.factories import article


@pytest.mark.django_db
def test_a_missing_page_is_reported_in_the_readers_language(zh: Tree, en: Tree, client: Client) -> None:
    assert '<html lang="zh-Hans"' in client.get("/zh-hans/nowhere/").content.decode()
    assert '<html lang="en"' in client.get("/en/nowhere/").content.decode()


@pytest.mark.django_db
def test_the_404_offers_the_page_in_the_other_language(zh: Tree, en: Tree, client: Client) -> None:
    original = article(zh.news, "只有中文")
    response = client.get(original.url.replace("/zh-hans/", "/en/"))
    assert response.status_code == 404
    assert f'href="{original.url}"' in response.content.decode()


@pytest.mark.django_db
def test_the_404_offers_the_search(zh: Tree, en: Tree, client: Client) -> None:
    assert 'action="/en/search/"' in client.get("/en/nowhere/").content.decode()


@pytest.mark.django_db
def test_the_500_page_asks_no_database(rf: RequestFactory) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = server_error(rf.get("/en/news/"))
    assert response.status_code == 500
    assert '<html lang="en"' in response.content.decode()
    assert len(queries) == 0
