"""Alternative text and credit of pictures."""

import pytest

from newsroom.checks import pictures
from tests.conftest import Tree
from tests.factories import article, image, institution, standard_page
from tests.newsroom.checks.finding import said

pytestmark = pytest.mark.django_db


def test_a_lead_picture_must_be_described(zh: Tree) -> None:
    page = article(zh.news, lead_image=image(), lead_image_alt="会场")
    assert said(pictures.check_alternative_text(page)) == []
    page.lead_image_alt = " "
    assert said(pictures.check_alternative_text(page)) == [
        ("must", "Describe the picture for people who cannot see it", "#:w:contentpath=lead_image_alt")
    ]


def test_pictures_in_the_text_and_in_galleries_must_be_described_or_be_decoration(zh: Tree) -> None:
    bare = {"image": image(), "alt_text": "", "decorative": False, "caption": ""}
    page = standard_page(zh.home)
    page.body = [
        ("picture", bare),
        ("picture", bare | {"decorative": True}),
        ("gallery", {"title": "", "pictures": [bare | {"alt_text": "桌子"}, bare]}),
    ]
    picture, gallery = page.body[0], page.body[2]
    inner = gallery.value["pictures"].bound_blocks[1]
    anchors = [anchor for _severity, _sentence, anchor in said(pictures.check_alternative_text(page))]
    assert anchors == [
        f"#:w:contentpath=body.{picture.id or 0}.alt_text",
        f"#:w:contentpath=body.{gallery.id or 2}.pictures.{inner.id}.alt_text",
    ]


def test_a_picture_that_names_nobody_is_mentioned_once(zh: Tree) -> None:
    nameless, credited = image("会场"), image(credit="李影")
    page = article(zh.news, lead_image=nameless, lead_image_alt="会场", share_image=credited)
    block = {"image": nameless, "alt_text": "会场", "decorative": False, "caption": ""}
    page.body = [("picture", block)]
    [finding] = said(pictures.check_credit(page))
    assert finding[:2] == ("should", "Say who made the picture “会场”")


def test_a_logo_needs_no_credit(zh: Tree) -> None:
    assert said(pictures.check_credit(institution(zh.directory, logo=image()))) == []
