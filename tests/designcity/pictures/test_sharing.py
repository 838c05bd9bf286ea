"""The picture that goes with a page when it is shared."""

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from designcity.pictures import fonts, sharing
from designcity.pictures.models import SharePicture
from designcity.pictures.poster import ART, EDGE, HEIGHT, WIDTH, Poster
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


def test_a_placeholder_is_drawn_in_a_face_that_has_the_letters_of_its_original(
    zh: Tree, en: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = fonts.typeface_for("zh-hans")
    assert source is not None
    without = _Without(source.file, source.index)
    faces = {"zh-hans": source, "en": without}
    monkeypatch.setattr("designcity.pictures.sharing.typeface_for", faces.get)
    placeholder = article(zh.news, "座谈会").copy_for_translation(en.locale, alias=True)
    assert sharing._typefaces(placeholder, placeholder.title) == [source, without]
    assert sharing._typefaces(placeholder, "Symposium") == [without, source]


class _Without(fonts.Typeface):
    """A face without Han characters."""

    def has(self, text: str) -> bool:
        return text.isascii()


def test_a_face_knows_which_letters_it_has() -> None:
    source = fonts.typeface_for("zh-hans")
    assert source is not None
    assert source.has("设计之都 City of Design")
    assert not source.has("مدينة")


def test_each_letter_is_set_in_a_face_that_has_it() -> None:
    source = fonts.typeface_for("zh-hans")
    assert source is not None
    font = fonts.Font([_Without(source.file, source.index), source], 60)
    pieces = font.runs("City of 设计之都, open")
    assert [words for words, _face in pieces] == ["City of ", "设计之都, ", "open"]
    assert pieces[0][1] is pieces[2][1] is not pieces[1][1]
    assert font.getlength("City of 设计之都, open") == sum(face.getlength(words) for words, face in pieces)


@pytest.mark.parametrize(("headline", "is_mirrored"), [("مدينة التصميم 2026", True), ("设计之都", False)])
def test_a_headline_begins_on_the_side_from_which_it_is_read(headline: str, is_mirrored: bool) -> None:
    source = fonts.typeface_for("zh-hans")
    assert source is not None
    drawn = Poster(headline, headline, "seed").drawn([source], [source])
    margin = (
        (ART + 1, 0, ART + EDGE, HEIGHT) if is_mirrored else (WIDTH - ART - EDGE + 1, 0, WIDTH - ART, HEIGHT)
    )
    assert drawn.crop(margin).getcolors() == [((EDGE - 1) * HEIGHT, (255, 255, 255))]  # no words beside the art
    sign = drawn.getpixel((WIDTH - EDGE - 4 if is_mirrored else EDGE + 4, HEIGHT - EDGE - 20))
    assert sign == (208, 38, 26)


def test_a_setting_names_the_font(settings: Settings) -> None:
    fonts.typeface_for.cache_clear()
    settings.SHARE_FONT = "/somewhere/font.otf"
    try:
        assert fonts.typeface_for("zh-hans") == fonts.Typeface("/somewhere/font.otf")
    finally:
        fonts.typeface_for.cache_clear()
