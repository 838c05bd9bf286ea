"""Two people translate one sentence: who saves second is asked."""

from typing import Any

import pytest
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation

from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted, translated

pytestmark = pytest.mark.usefixtures("account")
BOUNDARY = "a-line-between"


@pytest.fixture
def translation(zh: Tree, en: Tree) -> Translation:
    """The translation of an article of which only the headline is translated."""
    made = submitted(article(zh.news, "座谈会召开"))
    translated(made, {"座谈会召开": "A symposium"})
    return made


def send(client: Client, translation: Translation, method: str = "put", **fields: str) -> Any:
    """Send a segment as the translation editor does."""
    segment = translation.source.stringsegment_set.get(context__path="title")
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    body = "".join([*parts, f"--{BOUNDARY}--\r\n"]) if fields else ""
    return getattr(client, method)(address, body, content_type=f"multipart/form-data; boundary={BOUNDARY}")


def saved(translation: Translation) -> list[str]:
    """Return what is saved of the headline."""
    kept = StringTranslation.objects.filter(context__path="title", locale=translation.target_locale)
    return list(kept.values_list("data", flat=True))


def test_who_knows_what_is_saved_saves(translation: Translation, editor: Client) -> None:
    answer = send(editor, translation, value="The symposium", known="A symposium")
    assert answer.status_code == 200
    assert answer.json()["data"] == "The symposium"
    assert saved(translation) == ["The symposium"]


def test_who_does_not_know_it_is_told_the_others_words(
    translation: Translation, editor: Client, other: Any
) -> None:
    StringTranslation.objects.update(data="Their symposium", last_translated_by=other)
    answer = send(editor, translation, value="My symposium", known="A symposium")
    assert answer.status_code == 409
    assert answer.json() == {"words": "Their symposium", "who": other.get_full_name() or other.username}
    assert saved(translation) == ["Their symposium"]


def test_deleting_words_that_one_does_not_know_is_asked_too(translation: Translation, editor: Client) -> None:
    assert send(editor, translation, "delete", known="Other words").status_code == 409
    assert send(editor, translation, "delete", known="A symposium").status_code == 200
    assert saved(translation) == []


def test_saving_the_same_once_more_asks_nothing(translation: Translation, editor: Client) -> None:
    assert send(editor, translation, value="A symposium", known="").status_code == 200


def test_a_form_that_says_nothing_of_what_it_knows_saves_as_ever(
    translation: Translation, editor: Client
) -> None:
    assert send(editor, translation, value="The symposium").status_code == 200
    assert saved(translation) == ["The symposium"]


def test_who_is_logged_out_saves_nothing(translation: Translation) -> None:
    assert send(Client(), translation, value="The symposium", known="A symposium").status_code in (302, 403)
    assert saved(translation) == ["A symposium"]


@pytest.mark.parametrize("pair", [(0, 0), (10**9, 1)])
def test_what_does_not_exist_is_not_found(translation: Translation, editor: Client, pair: Any) -> None:
    address = "/admin/localize/translate/{}/strings/{}/edit/".format(*pair)
    assert editor.put(address, "", content_type="application/json", follow=True).status_code == 404
