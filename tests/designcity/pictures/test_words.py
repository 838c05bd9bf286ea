"""A picture is one record for all languages, and says in each who made it and what it shows."""

from typing import Any

import pytest
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Locale

from designcity.images import DesignImage
from designcity.pictures.credits import fetch_credits
from designcity.pictures.words import PictureWords, write
from tests.conftest import Tree
from tests.factories import image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("zh", "en")]


@pytest.fixture
def english(zh: Tree, en: Tree) -> Locale:
    """English, in which pictures have words."""
    return en.locale


def test_readers_get_the_words_of_their_language(english: Locale) -> None:
    picture = image(credit="示例摄影", description="一张桌子")
    write(picture, english, "Sample photography", "A table")
    with translation.override("en"):
        there = DesignImage.objects.get()
        assert (there.credit_line, there.shown_alt_text) == ("Sample photography", "A table")
    with translation.override("zh-hans"):
        here = DesignImage.objects.get()
        assert (here.credit_line, here.shown_alt_text) == ("示例摄影", "一张桌子")


def test_what_is_not_said_in_a_language_is_said_in_the_pictures_own(english: Locale) -> None:
    picture = image(credit="示例摄影", description="一张桌子")
    write(picture, english, "", "A table")
    with translation.override("en"):
        there = DesignImage.objects.get()
        assert (there.credit_line, there.shown_alt_text) == ("示例摄影", "A table")


def test_words_of_many_pictures_are_one_query(english: Locale, django_assert_num_queries: Any) -> None:
    for number in range(4):
        write(image(credit="示例摄影"), english, f"Photographer {number}", "")
    pictures = list(DesignImage.objects.order_by("pk"))
    with translation.override("en"), django_assert_num_queries(1):
        fetch_credits(pictures)
        assert [one.credit_line for one in pictures] == [f"Photographer {number}" for number in range(4)]


def test_the_own_language_of_pictures_asks_for_no_words(django_assert_num_queries: Any) -> None:
    pictures = [image(credit="示例摄影")]
    with translation.override("zh-hans"), django_assert_num_queries(0):
        fetch_credits(pictures)
        assert pictures[0].shown_words is pictures[0]


def test_nothing_said_leaves_no_record(english: Locale) -> None:
    picture = image()
    write(picture, english, "Somebody", "")
    write(picture, english, " ", "")
    assert not PictureWords.objects.exists()


def test_the_form_of_a_picture_asks_in_every_language(english: Locale, admin_user: Any) -> None:
    picture = image(credit="示例摄影")
    write(picture, english, "Sample photography", "")
    model = get_image_form(get_image_model())
    form = model(instance=picture, user=admin_user)
    assert form.fields["credit_en"].initial == "Sample photography"
    sent = {name: form[name].value() or "" for name in form.fields if name != "file"}
    form = model(
        sent | {"credit_en": "Another", "description_en": "A table"}, instance=picture, user=admin_user
    )
    assert form.is_valid(), form.errors
    form.save()
    assert list(PictureWords.objects.values_list("credit", "description")) == [("Another", "A table")]
