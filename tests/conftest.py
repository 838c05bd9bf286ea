"""What every test may use: a small bilingual tree of pages, in the database of the test."""

import io
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Locale, Page, Site

from campaigns.models import CampaignIndexPage
from home.models import HomePage
from institutions.models import DirectoryPage
from news.models import NewsIndexPage
from tests import databases, pictures
from tests.standing import Planting

LONGEST_ID = 80


@dataclass
class Tree:
    """The pages that stand on every site, in one language."""

    locale: Locale
    home: HomePage
    news: NewsIndexPage
    directory: DirectoryPage
    campaigns: CampaignIndexPage


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a long value by its length: the names of tests travel between processes, and people read them."""
    return f"{argname} of {len(val)}" if isinstance(val, str | bytes) and len(val) > LONGEST_ID else None


@pytest.fixture(scope="session", autouse=True)
def _own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the workers' files apart: their pages have the same numbers, so their files the same names."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=folder / "media", PRIVATE_ROOT=folder / "private"):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Planting]]:
    """Grow both trees as an office would, which takes as long as ten tests; keep the rows, not the trees.

    As soon as there is a database: whatever a module's fixture has written by then would be taken for known.
    """
    with django_db_blocker.unblock(), databases.copyable():
        plantings = _plantings()
        with django_db_blocker.block():
            yield plantings


def _plantings() -> dict[str, Planting]:
    plantings = {"zh": Planting(), "en": Planting()}
    with transaction.atomic(), pictures.none_made():
        with plantings["zh"].recorded():
            source = _grow("zh-hans", "设计之都", ("新闻", "机构", "行动"))
        with plantings["en"].recorded():
            _translate(source, "en", ("City of Design", "News", "Institutions", "Campaigns"))
        transaction.set_rollback(True)
    return plantings


@pytest.fixture
def zh(db: None, django_db_setup: dict[str, Planting]) -> Tree:
    """The source language's tree."""
    django_db_setup["zh"].plant()
    return _standing("zh-hans")


@pytest.fixture
def en(zh: Tree, django_db_setup: dict[str, Planting]) -> Tree:
    """The English tree, linked with the Chinese one as its translation."""
    django_db_setup["en"].plant()
    return _standing("en")


def _standing(language: str) -> Tree:
    locale = Locale.objects.get(language_code=language)
    pages: list[Any] = [
        model.objects.get(locale=locale)
        for model in (HomePage, NewsIndexPage, DirectoryPage, CampaignIndexPage)
    ]
    return Tree(locale, *pages)


def _translate(source: Tree, language: str, titles: tuple[str, ...]) -> None:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    for page, title in zip((source.home, source.news, source.directory, source.campaigns), titles, strict=True):
        translated(page, locale, title)


def translated(page: Page, locale: Locale, title: str) -> Page:
    """Publish the translation of a page before those below it: an older copy would forget its children."""
    translation = page.copy_for_translation(locale)
    translation.title = title
    translation.save_revision().publish()
    return translation


@pytest.fixture(autouse=True)
def _nothing_cached() -> Iterator[None]:
    Site.clear_site_root_paths_cache()
    cache.clear()
    yield
    Site.clear_site_root_paths_cache()


@pytest.fixture
def said_in_english() -> Iterator[None]:
    """What is said outside a request is said in English, whatever the catalogues hold."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _renditions_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wagtail leaves the temporary file of a rendition open, and here warnings are errors."""
    monkeypatch.setattr("wagtail.images.models.SpooledTemporaryFile", lambda max_size: io.BytesIO())


@pytest.fixture(autouse=True)
def _no_pictures_are_made(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests of pictures ask for `made_pictures`."""
    with nullcontext() if "made_pictures" in request.fixturenames else pictures.none_made():
        yield


@pytest.fixture
def made_pictures() -> None:
    """Pictures are made and headlines drawn, as when the site runs."""


def _grow(language: str, title: str, sections: tuple[str, str, str]) -> Tree:
    Page.objects.filter(depth=2).delete()
    locale, _ = Locale.objects.get_or_create(language_code=language)
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title=title, slug="home", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name=title)
    news, directory, campaigns = sections
    return Tree(
        locale,
        home,
        home.add_child(instance=NewsIndexPage(title=news, slug="news", show_in_menus=True)),
        home.add_child(instance=DirectoryPage(title=directory, slug="institutions", show_in_menus=True)),
        home.add_child(instance=CampaignIndexPage(title=campaigns, slug="campaigns", show_in_menus=True)),
    )
