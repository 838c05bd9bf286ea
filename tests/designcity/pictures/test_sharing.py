"""The picture that goes with a page when it is shared."""

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from designcity.pictures import fonts
from designcity.pictures.models import SharePicture
from tests.conftest import Tree
from tests.factories import article, image, published

pytestmark = pytest.mark.django_db


def shared(client: Client, address: str) -> str:
    """Return the address of the picture that a page offers to those who share it, without the host."""
    meta = BeautifulSoup(client.get(address).content, "lxml").select_one('meta[property="og:image"]')
    return str(meta["content"]).removeprefix("http://127.0.0.1:8000") if meta else ""


def test_a_headline_is_drawn_when_the_page_is_published(zh: Tree, client: Client, made_pictures: None) -> None:
    page = article(zh.news, "支撑机构座谈会召开")
    address = shared(client, page.url)
    assert address == page.share_picture.file.url
    drawn = Image.open(io.BytesIO(client.get(address).getvalue()))
    assert drawn.size == (1200, 630)
    assert drawn.format == "JPEG"


def test_a_new_headline_takes_the_place_of_the_old_one(
    zh: Tree, made_pictures: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = article(zh.news, "旧标题")
    old = page.share_picture.file.name
    page.title = "新标题"
    with django_capture_on_commit_callbacks(execute=True):
        published(page)
    new = str(SharePicture.objects.get(page_id=page.pk).file.name)
    assert new != old
    assert default_storage.exists(new)
    assert not default_storage.exists(old)


def test_a_headline_that_stays_is_not_drawn_again(zh: Tree, made_pictures: None) -> None:
    page = article(zh.news)
    before = page.share_picture.pk
    page.summary = "另一句话"
    published(page)
    assert SharePicture.objects.get(page_id=page.pk).pk == before


def test_a_chosen_picture_is_shared_instead_of_the_headline(
    zh: Tree, client: Client, made_pictures: None
) -> None:
    picture = image()
    page = article(zh.news, share_image=picture, lead_image=image(), lead_image_alt="会场")
    chosen = picture.renditions.get(filter_spec="fill-1200x630|format-jpeg")
    assert shared(client, page.url) == chosen.url


def test_without_a_font_the_picture_of_the_card_is_shared(
    zh: Tree, client: Client, made_pictures: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("designcity.pictures.sharing.typeface_for", lambda language_code: None)
    picture = image()
    page = article(zh.news, lead_image=picture, lead_image_alt="会场")
    assert not SharePicture.objects.exists()
    made = picture.renditions.get(filter_spec="fill-1200x630|format-jpeg")
    assert shared(client, page.url) == made.url
    assert shared(client, article(zh.news, "没有图").url) == ""


def test_a_deleted_page_leaves_no_picture(
    zh: Tree, made_pictures: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = article(zh.news)
    name = page.share_picture.file.name
    with django_capture_on_commit_callbacks(execute=True):
        page.delete()
    assert not default_storage.exists(name)


def test_a_font_has_the_letters_of_its_language() -> None:
    for language in ("zh-hans", "en"):
        found = fonts.typeface_for(language)
        assert found is not None
        assert Path(found.file).exists()
    assert fonts.typeface_for("xx") is None


def test_a_setting_names_the_font(settings: Settings) -> None:
    fonts.typeface_for.cache_clear()
    settings.SHARE_FONT = "/somewhere/font.otf"
    try:
        assert fonts.typeface_for("zh-hans") == fonts.Typeface("/somewhere/font.otf")
    finally:
        fonts.typeface_for.cache_clear()
