"""What every test may use: a small bilingual tree of pages, in the database of the test."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.test import override_settings
from wagtail.models import Locale, Page, Site

from campaigns.models import CampaignIndexPage
from home.models import HomePage
from institutions.models import DirectoryPage
from news.models import NewsIndexPage


@dataclass
class Tree:
    """The pages that stand on every site, in one language."""

    locale: Locale
    home: HomePage
    news: NewsIndexPage
    directory: DirectoryPage
    campaigns: CampaignIndexPage


@pytest.fixture(scope="session", autouse=True)
def _own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the workers' files apart: their pages have the same numbers, so their files the same names."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=folder / "media", PRIVATE_ROOT=folder / "private"):
        yield


@pytest.fixture
def zh(db: None) -> Tree:
    """The source language's tree."""
    Page.objects.filter(depth=2).delete()
    locale, _ = Locale.objects.get_or_create(language_code="zh-hans")
    return _tree(locale, "设计之都", ("新闻", "机构", "行动"))


@pytest.fixture
def en(zh: Tree) -> Tree:
    """The English tree, linked with the Chinese one as its translation."""
    locale, _ = Locale.objects.get_or_create(language_code="en")
    sources = [zh.home, zh.news, zh.directory, zh.campaigns]
    titles = ["City of Design", "News", "Institutions", "Campaigns"]
    home, *pages = [translated(page, locale, title) for page, title in zip(sources, titles, strict=True)]
    return Tree(locale, HomePage.objects.get(pk=home.pk), *(page.specific for page in pages))


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


@pytest.fixture(autouse=True)
def _renditions_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wagtail leaves the temporary file of a rendition open, and here warnings are errors."""
    monkeypatch.setattr("wagtail.images.models.SpooledTemporaryFile", lambda max_size: io.BytesIO())


@pytest.fixture(autouse=True)
def _no_pictures_are_made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making pictures takes longer than most tests; those of pictures ask for `made_pictures`."""
    if "made_pictures" not in request.fixturenames:
        monkeypatch.setattr("designcity.pictures.making.missing", lambda wanted: {})
        monkeypatch.setattr("designcity.pictures.sharing.draw", lambda page: False)


@pytest.fixture
def made_pictures() -> None:
    """Pictures are made and headlines drawn, as when the site runs."""


def _tree(locale: Locale, title: str, sections: tuple[str, str, str]) -> Tree:
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
