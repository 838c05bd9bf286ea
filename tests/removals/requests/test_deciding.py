"""What is granted is down for readers, and what is undone is back."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.models import RoleKey
from removals.models import RemovalRequest, Takedown
from removals.requests import deciding, handling
from removals.requests.kinds import Scope, State
from removals.takedowns.errors import CannotUndo
from removals.takedowns.taking import undo
from tests.conftest import Tree
from tests.factories import article, image
from tests.newsroom.people import browser, member
from tests.removals.requests.claims import claim
from tests.removals.requests.conftest import Post

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
        deciding.take_down(claim(), Scope.PAGE, officer, "版权", "", {})


def test_what_officers_brought_back_themselves_is_not_put_back_again(copied: Any, officer: Any) -> None:
    asked = claim(page=copied)
    assert deciding.put_back(asked, officer, "") is False


@pytest.fixture
def granted(copied: Any, officer: Any) -> RemovalRequest:
    """A request whose page is down."""
    asked = claim(page=copied, page_title=copied.title)
    handling.grant(asked, Scope.PAGE, officer, "已移除。", "版权")
    return RemovalRequest.objects.get(pk=asked.pk)


def _happened(asked: RemovalRequest) -> list[tuple[str, str]]:
    return list(asked.events.values_list("what", "after"))


@pytest.mark.parametrize("on_its_own_list", [True, False])
def test_whichever_way_it_comes_back_its_request_is_undone(
    granted: RemovalRequest, officer: Any, post: Post, on_its_own_list: bool
) -> None:
    assert granted.takedown is not None
    if on_its_own_list:
        address, form = reverse("removals_undo", args=[granted.takedown.pk]), {"words": "误会一场。"}
    else:
        address = reverse("removals_request_move", args=[granted.pk])
        form = {"move-state": "undone", "move-words": "误会一场。"}
    post(browser(officer), address, form)
    granted.refresh_from_db()
    assert granted.state == State.UNDONE
    assert _happened(granted)[-3:] == [("put-back", ""), ("state", "undone"), ("office-wrote", "")]
    assert granted.messages.filter(text="误会一场。", is_from_office=True).exists()
    assert "误会一场。" in mail.outbox[-1].body


def test_who_brings_something_back_tells_whoever_asked(granted: RemovalRequest, officer: Any) -> None:
    assert granted.takedown is not None
    client, address = browser(officer), reverse("removals_undo", args=[granted.takedown.pk])
    assert client.post(address, {"words": ""}).status_code == 200
    granted.takedown.refresh_from_db()
    assert granted.takedown.can_be_undone


def test_what_cannot_come_back_leaves_the_request_granted(granted: RemovalRequest, officer: Any) -> None:
    assert granted.takedown is not None
    Takedown.objects.update(forgotten_at=timezone.now())
    with pytest.raises(CannotUndo):
        undo(granted.takedown, by=officer, words="恢复")
    granted.refresh_from_db()
    assert granted.state == State.GRANTED


def test_who_may_not_take_down_can_only_say_that_it_was_corrected(copied: Any, granted: RemovalRequest) -> None:
    helper = member(RoleKey.EDITOR)
    helper.user_permissions.add(Permission.objects.get(codename="change_removalrequest"))
    helper = type(helper)._default_manager.get(pk=helper.pk)
    asked = claim(page=copied)
    assert deciding.scopes(asked, helper) == [Scope.NOTHING]
    assert 'value="page"' not in browser(helper).get(f"{asked.desk_path}grant/").content.decode()
    for attempt in (
        lambda: handling.grant(asked, Scope.PAGE, helper, "", "版权"),
        lambda: handling.move(granted, State.UNDONE, helper, "恢复"),
    ):
        with pytest.raises(handling.Refused):
            attempt()
    handling.grant(asked, Scope.NOTHING, helper, "已更正。")
    asked.refresh_from_db()
    granted.refresh_from_db()
    assert (asked.state, granted.state) == (State.GRANTED, State.GRANTED)


def test_the_desk_says_what_a_page_translated_by_hand_calls_the_passage(
    copied: Any, en: Tree, officer: Any, client: Client
) -> None:
    by_hand = copied.copy_for_translation(en.locale)
    by_hand.title, by_hand.body = "Reposted", [("text", "<p>Start.</p><p>This part is copied.</p>")]
    by_hand.save_revision().publish()
    desk, address = browser(officer), f"{claim(page=copied).desk_path}grant/"
    form = {"scope": "passage", "passage": WORDS, "reason": "版权", "words": ""}
    assert "not known what translates" in desk.post(address, form).content.decode()
    assert desk.post(address, {**form, "text_en": "This part is copied."}).status_code == 302
    html = client.get(by_hand.url).content.decode()
    assert "copied" not in html
    assert "Start." in html
