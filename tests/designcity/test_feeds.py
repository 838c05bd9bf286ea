"""Whatever a feed lists, its entries have what Atom requires, and no author without a name."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from awards.models import AwardIndexPage, AwardPage
from campaigns.models import MilestonesPage
from events.models import CallPage, EventPage
from news.models import ArticlePage
from publications.models import PublicationIndexPage, PublicationPage
from tests.conftest import Tree
from tests.everything import page_of
from tests.factories import article, award, index_of, publication

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(client: Client, index: Any) -> list[Element]:
    entries: list[Element] = fromstring(client.get(f"{index.url}feed/").content).findall(f"{ATOM}entry")
    return entries


@pytest.mark.parametrize(
    "model", [ArticlePage, AwardPage, CallPage, EventPage, MilestonesPage, PublicationPage]
)
def test_an_entry_has_what_atom_requires(model: Any, zh: Tree, client: Client) -> None:
    page = page_of(model, zh)
    entries = _entries(client, page if model is MilestonesPage else page.get_parent())
    assert entries
    for entry in entries:
        assert all(entry.findtext(f"{ATOM}{required}") for required in ("id", "title", "updated"))
        assert all(name.text for name in entry.iter(f"{ATOM}name"))


def test_who_is_not_named_is_no_author(zh: Tree, client: Client) -> None:
    bare = [
        article(zh.news),
        publication(index_of(PublicationIndexPage, zh.home, "出版物")),
        award(index_of(AwardIndexPage, zh.home, "奖项")),
    ]
    for page in bare:
        [entry] = _entries(client, page.get_parent())
        assert entry.find(f"{ATOM}author") is None
