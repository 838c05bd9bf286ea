"""What a page shows is made while its editor writes, and made anew when the image changes."""

import re
from unittest.mock import Mock

import pytest
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks

from designcity.images import DesignImage
from designcity.pictures import making
from designcity.pictures.shapes import SHAPES
from tests.conftest import Tree
from tests.factories import article, image, institution, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("made_pictures")]


def specs(picture: DesignImage) -> set[str]:
    """Return everything that was made of a picture."""
    return set(picture.renditions.values_list("filter_spec", flat=True))


def all_of(*shapes: str) -> set[str]:
    """Return everything that belongs to some shapes."""
    return {one.spec for shape in shapes for one in SHAPES[shape].filters}


def test_a_lead_picture_is_made_for_its_page_and_for_every_card(zh: Tree) -> None:
    picture = image()
    article(zh.news, lead_image=picture, lead_image_alt="会场")
    assert specs(picture) >= all_of("lead", "card", "wide_card", "story", "share")


def test_a_logo_keeps_its_transparency(zh: Tree) -> None:
    picture = image()
    institution(zh.directory, logo=picture)
    assert specs(picture) >= {"max-320x320|format-png", "max-160x160|format-webp"}


def test_pictures_in_the_text_are_made_at_the_width_of_the_text(zh: Tree) -> None:
    picture = image()
    shown = {"image": picture, "alt_text": "桌子", "decorative": False, "caption": ""}
    article(zh.news, body=[("gallery", {"title": "", "pictures": [shown, shown]})])
    assert specs(picture) == all_of("body")


def test_what_a_draft_shows_is_made_before_it_is_published(zh: Tree) -> None:
    page, picture = article(zh.news), image()
    page.lead_image, page.lead_image_alt = picture, "会场"
    page.save_revision()
    assert specs(picture) >= all_of("lead")


def test_what_every_browser_reads_is_there_when_the_page_is_published(
    zh: Tree,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    for task in ("make_pictures", "draw_share_picture"):
        monkeypatch.setattr(f"designcity.pictures.tasks.{task}", Mock())  # as if the tasks' process were busy
    picture = image()
    with django_capture_on_commit_callbacks(execute=True):
        page = article(zh.news, lead_image=picture, lead_image_alt="会场")
        institution(zh.directory, logo=picture)
    plain = {f"{size}|format-jpeg" for size in (*SHAPES["lead"].resizes, *SHAPES["card"].resizes)}
    assert specs(picture) >= plain | {"max-320x320|format-png"}
    assert not [spec for spec in specs(picture) if spec.endswith(("avif", "webp"))]
    assert making.make(making.wanted_by(page)) > 0


def test_nothing_is_made_twice(zh: Tree) -> None:
    picture = image()
    page = article(zh.news, lead_image=picture, lead_image_alt="会场")
    before = picture.renditions.count()
    published(page)
    assert picture.renditions.count() == before
    assert making.make(making.wanted_by(page)) == 0


def test_a_new_focal_point_makes_the_cards_anew(zh: Tree) -> None:
    picture = image()
    article(zh.news, lead_image=picture, lead_image_alt="会场")
    cut = picture.renditions.filter(filter_spec="fill-400x267|format-jpeg")
    assert cut.count() == 1
    picture.focal_point_x, picture.focal_point_y = 10, 10
    picture.focal_point_width = picture.focal_point_height = 20
    picture.save()
    assert cut.count() == 2


def test_a_file_that_is_gone_stops_neither_saving_nor_publishing(
    zh: Tree, caplog: pytest.LogCaptureFixture
) -> None:
    picture = image()
    picture.file.storage.delete(picture.file.name)
    page = article(zh.news, lead_image=picture, lead_image_alt="会场")
    assert page.live
    assert "cannot be made" in caplog.text


def test_what_is_missing_is_known_in_two_queries(zh: Tree, django_assert_num_queries: object) -> None:
    wanted = {image().pk: {"body"} for _ in range(5)}
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(making.missing(wanted)) == 5


def test_the_command_makes_what_all_pages_lack(zh: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    picture = image()
    article(zh.news, lead_image=picture, lead_image_alt="会场")
    picture.renditions.all().delete()
    call_command("make_pictures")
    assert specs(picture) >= all_of("lead", "card", "wide_card", "story", "share")
    assert re.search(r"^\d+ pages: \d\d pictures made, \d+ headlines drawn", capsys.readouterr().out)
