"""Translators say in a list of their own what pictures show, without a right to change the pictures."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from designcity.pictures.words import PictureWords, write
from newsroom.roles.models import Role, RoleKey
from tests.conftest import Tree
from tests.factories import image

pytestmark = pytest.mark.django_db
LIST = "/admin/translating/pictures/"


@pytest.fixture
def translator(zh: Tree, en: Tree, client: Client, django_user_model: Any) -> Client:
    """The browser of a translator."""
    user = django_user_model.objects.create_user("translator")
    role = Role.objects.filter(key=RoleKey.TRANSLATOR).first()
    assert role is not None
    user.groups.add(Group.objects.get(pk=role.group_id))
    client.force_login(user)
    return client


def _html(client: Client, address: str = LIST) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_what_is_missing_is_asked_for(translator: Client, en: Tree) -> None:
    done, missing = image(credit="甲摄影"), image(description="一张桌子")
    image("nothing is said of it")
    write(done, en.locale, "Photographer A", "")
    html = _html(translator)
    assert f"image-{missing.pk}-description" in html
    assert f"image-{missing.pk}-credit" not in html
    assert f"image-{done.pk}" not in html
    assert f"image-{done.pk}-credit" in _html(translator, f"{LIST}?all=1")


def test_what_is_typed_is_kept(translator: Client) -> None:
    picture = image(credit="甲摄影", description="一张桌子")
    sent = {
        "image": picture.pk,
        f"image-{picture.pk}-credit": "Photographer A",
        f"image-{picture.pk}-description": "A table",
    }
    assert translator.post(LIST, sent).status_code == 302
    assert list(PictureWords.objects.values_list("credit", "description")) == [("Photographer A", "A table")]
    assert f"image-{picture.pk}-" not in _html(translator)


def test_what_is_too_long_is_shown_again(translator: Client) -> None:
    picture = image(credit="甲摄影")
    answer = translator.post(LIST, {"image": picture.pk, f"image-{picture.pk}-credit": "x" * 256})
    assert answer.status_code == 422
    assert not PictureWords.objects.exists()


@pytest.mark.parametrize("number", ["x", "-1", "99999999999999", "²"])
def test_numbers_of_no_picture_do_nothing(number: str, translator: Client) -> None:
    assert translator.post(LIST, {"image": number}).status_code == 302


def test_a_language_without_words_of_its_own_is_not_there(translator: Client) -> None:
    for code in ("zh-hans", "xx"):
        assert translator.get(f"{LIST}?language={code}", follow=True).status_code == 404


def test_the_list_asks_a_bounded_number_of_queries(
    translator: Client, en: Tree, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        image(credit=f"第{number}位")
    _html(translator)
    with django_assert_max_num_queries(40):
        _html(translator)


def test_who_does_not_translate_has_no_list(zh: Tree, en: Tree, client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.get(LIST).status_code == 302
