import pytest
from django.test import Client

from tests.conftest import Tree

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/zh-hans/%00/", 404),
        ("/zh-hans/?page=%00", 400),
        ("/zh-hans/news/?page=-1", 200),
        ("/zh-hans/news/?page=99999999999999999999", 200),
        ("/zh-hans/news/?page=x&year=abc&category=%27%3B--", 200),
        ("/zh-hans/news/?year=0000", 200),
        ("/zh-hans/news/?year=9999", 200),
        ("/zh-hans/institutions/?kind=nothing&field=&district=%F0%9F%98%80", 200),
        ("/xx/", 404),
        ("/zh-hans/nowhere/", 404),
        ("/documents/99999/x.pdf", 404),
        ("/sitemap.xml", 200),
    ],
)
def test_whatever_is_typed_gets_a_page_or_a_clear_refusal(
    zh: Tree, en: Tree, client: Client, address: str, status: int
) -> None:
    assert client.get(address, follow=True).status_code == status


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "空字符"), ("en", "NUL character")])
def test_a_refusal_is_in_the_language_of_the_address(
    zh: Tree, en: Tree, client: Client, language: str, words: str
) -> None:
    response = client.get(f"/{language}/?q=%00")
    assert response.status_code == 400
    assert words in response.content.decode()


def test_a_form_from_elsewhere_is_refused_with_what_to_do(zh: Tree, en: Tree) -> None:
    response = Client(enforce_csrf_checks=True).post("/en/search/", {"q": "x"})
    assert response.status_code == 403
    assert "Send it again." in response.content.decode()
