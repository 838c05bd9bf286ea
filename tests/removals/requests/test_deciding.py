"""What is granted is down for readers, and what is undone is back."""

from typing import Any

import pytest
from django.test import Client

from removals.models import Takedown
from removals.requests import deciding, handling
from removals.requests.kinds import Scope, State
from tests.conftest import Tree
from tests.factories import article, image
from tests.removals.requests.claims import claim

pytestmark = pytest.mark.django_db
WORDS = "这一段是抄来的。"


@pytest.fixture
def copied(zh: Tree) -> Any:
    """An article with a passage of somebody else's."""
    return article(zh.news, "转载的文章", body=[("text", f"<p>开头。</p><p>{WORDS}</p>")])


def test_a_page_goes_and_comes_back_with_its_request(copied: Any, officer: Any, client: Client) -> None:
    asked = claim(page=copied, page_title=copied.title)
    handling.grant(asked, Scope.PAGE, officer, "已移除。", "版权")
    asked.refresh_from_db()
    assert asked.takedown is not None
    assert asked.takedown.request_number == asked.number
    assert client.get(copied.url).status_code == 451
    handling.move(asked, State.UNDONE, officer, "恢复")
    assert client.get(copied.url).status_code == 200


def test_a_passage_goes_and_the_rest_stays(copied: Any, officer: Any, client: Client) -> None:
    asked = claim(page=copied)
    handling.grant(asked, Scope.PASSAGE, officer, "", "版权", WORDS)
    html = client.get(copied.url).content.decode()
    assert WORDS not in html
    assert "开头。" in html


def test_a_picture_goes_from_the_page(zh: Tree, officer: Any, client: Client) -> None:
    picture = image()
    block = {"image": picture, "alt_text": "桌子", "decorative": False, "caption": ""}
    piece = article(zh.news, body=[("picture", block)])
    handling.grant(claim(page=piece, image=picture), Scope.PICTURE, officer, "", "版权")
    assert 'alt="桌子"' not in client.get(piece.url).content.decode()


def test_words_that_do_not_stand_there_leave_everything_as_it_was(copied: Any, officer: Any) -> None:
    asked = claim(page=copied)
    with pytest.raises(handling.Refused):
        handling.grant(asked, Scope.PASSAGE, officer, "", "版权", "没有写过的话。")
    asked.refresh_from_db()
    assert asked.state == State.NEW
    assert not Takedown.objects.exists()


def test_what_a_request_was_about_may_have_gone_meanwhile(officer: Any, zh: Tree) -> None:
    with pytest.raises(deciding.Impossible):
        deciding.take_down(claim(), Scope.PAGE, officer, "版权", "")


def test_what_officers_brought_back_themselves_is_not_put_back_again(copied: Any, officer: Any) -> None:
    asked = claim(page=copied)
    assert deciding.put_back(asked, officer) is False
