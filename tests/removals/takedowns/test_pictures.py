"""A picture that is taken down is shown nowhere, its file is kept for the office, and it comes back."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.images.models import Filter

from designcity.models import DesignImage, Rendition, SharePicture
from designcity.private_files import private_storage
from removals.models import KeptRow, UnwantedFile
from removals.takedowns.errors import CannotTakeDown
from removals.takedowns.taking import take_down, undo
from tests.conftest import Tree
from tests.factories import article, image, published
from tests.removals.takedowns.reading import public_html
from tests.translating import translate

pytestmark = pytest.mark.django_db

Committing = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def picture(zh: Tree) -> DesignImage:
    """A picture with renditions for body and card."""
    made = image("geheim", credit="Rechte bei X")
    for spec in ("width-640|format-jpeg", "fill-400x267|format-jpeg", "fill-1200x630|format-jpeg"):
        made.get_rendition(Filter(spec))
    return made


@pytest.fixture
def page(zh: Tree, en: Tree, picture: DesignImage) -> Any:
    """An article that shows the picture above its text, in it, and where it is shared."""
    block = {"image": picture, "alt_text": "Tisch", "decorative": False, "caption": "Bildtext"}
    shown = article(
        zh.news,
        lead_image=picture,
        lead_image_alt="Kopf",
        share_image=picture,
        body=[("picture", block), ("gallery", {"title": "Bilder", "pictures": [block, block]})],
    )
    translate(shown, en.locale)
    return shown


def _kept_files() -> list[str]:
    storage = private_storage()
    return storage.listdir("taken-down")[1] if storage.exists("taken-down") else []


def _addresses(page: Any) -> list[str]:
    return [page.url, page.get_translations().get().url, page.get_parent().url]


def test_every_page_renders_without_it(page: Any, picture: DesignImage, officer: Any) -> None:
    names = [rendition.file.name for rendition in picture.renditions.all()]
    assert any(name in public_html(page.url) for name in names)
    take_down(picture, by=officer, reason="")
    for address in _addresses(page):
        html = public_html(address)
        assert not any(name in html for name in names)
        assert "Rechte bei X" not in html
        assert "Bildtext" not in html
        assert "picture.svg" not in html
    assert public_html(page.url).count("picture--gone") == 3


def test_its_files_are_gone_with_the_commit_and_one_is_kept(
    page: Any, picture: DesignImage, officer: Any, committing: Committing
) -> None:
    public = [str(one.file.name) for one in (picture, *picture.renditions.all())]
    assert all(default_storage.exists(name) for name in public)
    with committing():
        takedown = take_down(picture, by=officer, reason="")
    assert not any(default_storage.exists(name) for name in public)
    assert private_storage().exists(str(takedown.file.name))
    assert not UnwantedFile.objects.exists()
    assert not Rendition.objects.exists()


def test_a_kill_after_the_commit_leaves_its_files_to_the_next_run(
    page: Any, picture: DesignImage, officer: Any
) -> None:
    public = [str(one.file.name) for one in (picture, *picture.renditions.all())]
    take_down(picture, by=officer, reason="")
    assert all(default_storage.exists(name) for name in public)
    call_command("finish_takedowns")
    call_command("finish_takedowns")
    assert not any(default_storage.exists(name) for name in public)


def test_its_address_answers_nothing(
    page: Any, picture: DesignImage, officer: Any, committing: Committing
) -> None:
    address = picture.renditions.first().url
    with committing():
        take_down(picture, by=officer, reason="")
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("name", ["wagtailimages:index", "wagtailimages_chooser:choose"])
def test_nobody_can_choose_it(picture: DesignImage, officer: Any, client: Client, name: str) -> None:
    client.force_login(officer)
    assert "geheim" in client.get(reverse(name)).content.decode()
    take_down(picture, by=officer, reason="")
    assert "geheim" not in client.get(reverse(name)).content.decode()
    assert "geheim" not in client.get("/admin/api/main/images/").content.decode()


def test_undoing_brings_it_back_everywhere(
    page: Any, picture: DesignImage, officer: Any, committing: Committing
) -> None:
    specs = [rendition.filter_spec for rendition in picture.renditions.all()]
    before = [public_html(address) for address in _addresses(page)]
    with committing():
        takedown = take_down(picture, by=officer, reason="")
    with committing():
        undo(takedown, by=officer)
    back = DesignImage.objects.get(pk=picture.pk)
    assert back.file.name == picture.file.name
    assert default_storage.exists(back.file.name)
    for spec in specs:
        back.get_rendition(Filter(spec))
    assert [public_html(address) for address in _addresses(page)] == before
    assert not KeptRow.objects.exists()
    assert not private_storage().exists(f"taken-down/{picture.filename}")


def test_what_every_browser_reads_is_there_with_the_commit_that_brings_it_back(
    zh: Tree, picture: DesignImage, officer: Any, committing: Committing, made_pictures: None
) -> None:
    block = {"image": picture, "alt_text": "Tisch", "decorative": False, "caption": ""}
    shown = article(zh.news, body=[("picture", block)])
    with committing():
        takedown = take_down(picture, by=officer, reason="")
    with committing():
        undo(takedown, by=officer)
    assert ".jpg" in public_html(shown.url).partition("<figure")[2]


def test_a_page_that_has_another_picture_by_now_keeps_it(page: Any, picture: DesignImage, officer: Any) -> None:
    takedown = take_down(picture, by=officer, reason="")
    changed = type(page).objects.get(pk=page.pk)
    other = image("anderes")
    changed.lead_image = other
    published(changed)
    undo(takedown, by=officer)
    assert type(page).objects.get(pk=page.pk).lead_image_id == other.pk
    assert page.get_translations().get().specific.lead_image_id == picture.pk


def test_the_drawn_headline_goes_when_it_shows_the_picture(
    page: Any, picture: DesignImage, officer: Any, committing: Committing
) -> None:
    drawn = SharePicture(page=page, digest="x")
    drawn.file.save("drawn.jpg", ContentFile(b"drawn"), save=False)
    drawn.save()
    with committing():
        take_down(picture, by=officer, reason="")
    assert not SharePicture.objects.exists()
    assert not default_storage.exists(str(drawn.file.name))


def test_without_its_file_nothing_is_changed(page: Any, picture: DesignImage, officer: Any) -> None:
    default_storage.delete(picture.file.name)
    with pytest.raises(CannotTakeDown):
        take_down(picture, by=officer, reason="")
    assert DesignImage.objects.filter(pk=picture.pk).exists()


def test_what_fails_leaves_no_copy_behind(
    page: Any, picture: DesignImage, officer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(page_ids: list[int]) -> None:
        raise RuntimeError("power cut")

    before = _kept_files()
    monkeypatch.setattr("removals.takedowns.following.pages_changed", fail)
    with pytest.raises(RuntimeError):
        take_down(picture, by=officer, reason="")
    assert _kept_files() == before
    assert DesignImage.objects.get(pk=picture.pk).renditions.count() == 3
