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
    ],
)
def test_whatever_is_typed_gets_a_page_or_a_clear_refusal(
    zh: Tree, en: Tree, client: Client, address: str, status: int
) -> None:
    assert client.get(address, follow=True).status_code == status
