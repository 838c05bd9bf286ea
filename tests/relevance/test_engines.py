"""Both searches are asked for the same pages, and leave nothing behind."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from wagtail.models import get_page_models

from search.elasticsearch import client
from tests.conftest import Tree
from tests.factories import article, institution
from tests.relevance.engines import Engine, ours
from tests.relevance.stock import stock

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.xdist_group("relevance")]

Indexed = Callable[[], AbstractContextManager[Engine]]


@pytest.fixture(params=[ours, stock])
def indexed(request: pytest.FixtureRequest) -> Indexed:
    """Return what indexes all pages with one of the two searches."""
    made: Indexed = request.param
    return made


def test_title_summary_body_and_short_name_are_found(zh: Tree, en: Tree, indexed: Indexed) -> None:
    pages = [
        article(en.news, "Viaducts"),
        article(en.news, "Second", summary="About viaducts."),
        article(en.news, "Third", body=[("text", "<p>About viaducts.</p>")]),
        institution(en.directory, "Fourth", short_name="Viaducts"),
    ]
    with indexed() as engine:
        assert set(engine.find("en", "viaducts")) == {page.pk for page in pages}


def test_titles_and_short_names_are_suggested(zh: Tree, en: Tree, indexed: Indexed) -> None:
    pages = [article(en.news, "Viaducts"), institution(en.directory, "Fourth", short_name="Viaducts")]
    with indexed() as engine:
        assert set(engine.suggest("en", "viad")) == {page.pk for page in pages}


def test_pages_of_the_other_language_and_drafts_are_not_found(zh: Tree, en: Tree, indexed: Indexed) -> None:
    article(zh.news, "Viaducts")
    article(en.news, "Viaducts").unpublish()
    with indexed() as engine:
        assert engine.find("en", "viaducts") == []


def test_nothing_is_left_behind(zh: Tree, indexed: Indexed) -> None:
    fields = {model: model.get_search_fields() for model in get_page_models()}
    with indexed() as engine:
        assert names(engine.prefix)
    assert not names(engine.prefix)
    assert {model: model.get_search_fields() for model in get_page_models()} == fields


def names(prefix: str) -> set[str]:
    return set(client.writing().indices.get(index=f"{prefix}*").body)
