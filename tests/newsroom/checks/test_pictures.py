"""Alternative text and credit of pictures."""

import datetime

import pytest
from django.utils import timezone

from awards.models import AwardIndexPage, Work
from newsroom.checks import pictures
from tests.conftest import Tree
from tests.factories import article, award, image, index_of, institution, standard_page
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
    nameless, credited = image("会场", licence="own"), image(credit="李影", licence="own")
    page = article(zh.news, lead_image=nameless, lead_image_alt="会场", share_image=credited)
    block = {"image": nameless, "alt_text": "会场", "decorative": False, "caption": ""}
    page.body = [("picture", block)]
    [finding] = pictures.check_rights(page)
    assert said([finding])[0][:2] == ("must", "Say who made the picture “会场”")
    assert finding.address == f"/admin/images/{nameless.pk}/"
    assert finding.right == f"credit {nameless.pk}"


def test_a_logo_needs_no_credit(zh: Tree) -> None:
    assert said(pictures.check_rights(institution(zh.directory, logo=image()))) == []


def test_a_picture_needs_a_licence_that_holds(zh: Tree) -> None:
    today = timezone.localdate()
    page = article(zh.news, lead_image=image("会场", credit="李影"), lead_image_alt="会场")
    assert [one.sentence for one in pictures.check_rights(page)] == [
        "Choose the licence of the picture “会场”: it is kept with the picture."
    ]
    page.lead_image.licence, page.lead_image.expires_on = "permission", today
    assert list(pictures.check_rights(page)) == []
    page.lead_image.expires_on = today - datetime.timedelta(days=1)
    [finding] = pictures.check_rights(page)
    assert said([finding])[0][:2] == ("must", "Take another picture than “会场”")


def test_a_picture_of_a_work_is_looked_at_like_any_other(zh: Tree) -> None:
    page = award(index_of(AwardIndexPage, zh.home))
    page.works = [Work(title="椅子", picture=image("椅子", credit="李影"), picture_alt="椅子")]
    [finding] = pictures.check_rights(page)
    assert finding.place.anchor == "#panel-child-content-works-section"
