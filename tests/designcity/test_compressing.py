"""What is text goes out compressed to those who read that."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from designcity.compressing import CompressedWordsMiddleware
from tests.conftest import Tree

WORDS = "设计之都 " * 200


def answered(response: HttpResponseBase, accepted: str = "gzip, deflate, br") -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    return CompressedWordsMiddleware(lambda _request: response)(request)  # type: ignore[return-value]


def test_page_of_the_site_is_compressed(zh: Tree, client: Client) -> None:
    plain = client.get(zh.home.url)
    packed = client.get(zh.home.url, headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content) / 2
    assert "设计之都" in gzip.decompress(packed.content).decode()
    assert "Accept-Encoding" in plain["Vary"]


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/atom+xml", "application/json"])
def test_text_of_any_kind_is_compressed(kind: str) -> None:
    response = answered(HttpResponse(WORDS, content_type=kind))
    assert response["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(WORDS, content_type="application/pdf"),
        HttpResponse(WORDS, content_type="image/jpeg"),
        StreamingHttpResponse([WORDS.encode()], content_type="text/csv"),
        FileResponse([WORDS.encode()], content_type="image/avif"),
    ],
    ids=["file", "picture", "stream", "picture as a stream"],
)
def test_files_and_streams_go_as_they_are(response: HttpResponseBase) -> None:
    assert "Content-Encoding" not in answered(response)


def test_who_does_not_read_it_gets_the_text() -> None:
    assert "Content-Encoding" not in answered(HttpResponse(WORDS), accepted="identity")
