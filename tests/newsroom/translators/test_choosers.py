"""A translator finds in every chooser what a translation needs: pages, records, pictures, documents."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from news.models import ArticlePage, Category
from tests.factories import document, image

pytestmark = pytest.mark.django_db


def _shown(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    is_dialog = answer["Content-Type"] == "application/json"
    return str(answer.json()["html"]) if is_dialog else answer.content.decode()


def test_pages_of_the_own_language_are_found_by_the_tree_and_by_their_titles(
    client: Client, english: ArticlePage
) -> None:
    parent = english.get_parent()
    assert parent.title in _shown(client, "wagtailadmin_choose_page_child", parent.get_parent().pk)
    assert english.title in _shown(client, "wagtailadmin_choose_page_child", parent.pk)
    assert english.title in _shown(client, "wagtailadmin_choose_page_search", q=english.title)


def test_the_editor_is_told_the_title_of_the_original_that_a_segment_names(
    client: Client, original: ArticlePage
) -> None:
    address = reverse("wagtailadmin_api:pages:detail", args=[original.pk])
    assert client.get(address).json()["title"] == original.title
    original.unpublish()
    assert client.get(address).status_code != 200


def test_records_of_the_own_language_are_found(client: Client, categories: dict[str, Category]) -> None:
    name = "wagtailsnippetchoosers_news_category:choose"
    assert categories["en"].name in _shown(client, name, locale="en")


@pytest.mark.parametrize(
    ("name", "make"),
    [("wagtailimages_chooser:choose", image), ("wagtaildocs_chooser:choose", document)],
)
def test_pictures_and_documents_are_found(client: Client, name: str, make: Any) -> None:
    assert make().title in _shown(client, name)
