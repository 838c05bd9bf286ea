"""Both sides are written to in their language, and a broken mail server loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from designcity.mails.kept import MOST_ATTEMPTS, PAUSE
from newsroom.models import RoleKey
from removals.models import RemovalRequest, RequestMail
from removals.requests import handling
from removals.requests.kinds import State
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY, WORKS
from tests.factories import administrator
from tests.newsroom.people import member
from tests.removals.requests.claims import claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    """Let what waits for the commit happen at the end of a block."""

    @contextmanager
    def block() -> Iterator[None]:
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return block


def _sent() -> dict[str, tuple[str, str]]:
    return {one.to[0]: (str(one.subject), str(one.body)) for one in mail.outbox}


@pytest.mark.parametrize(("language", "path"), [("zh-hans", "/zh-hans/requests/"), ("en", "/en/requests/")])
def test_a_claimant_gets_number_and_address_in_the_language_of_the_form(
    zh: Tree, committed: Any, language: str, path: str
) -> None:
    with committed():
        asked = claim(language=language)
    subject, body = _sent()[asked.email]
    assert asked.number in subject
    assert asked.private_url in body
    assert path in body
    assert ("Dear" in body) == (language == "en")


def test_officers_hear_of_a_new_request_in_their_own_language_and_nobody_else_does(
    zh: Tree, committed: Any
) -> None:
    english, _writer = member(RoleKey.RIGHTS_OFFICER), member(RoleKey.WRITER)
    with committed():
        asked = claim()
    assert set(_sent()) == {asked.email, english.email}
    assert "New removal request" in _sent()[english.email][0]
    assert asked.desk_path in _sent()[english.email][1]


def test_a_mail_to_officers_holds_nothing_of_the_claimant(zh: Tree, officer: Any, committed: Any) -> None:
    with committed():
        asked = claim(name="赵敏敏")
    assert "赵敏敏" not in _sent()[officer.email][1]
    assert asked.private_path not in _sent()[officer.email][1]


def test_where_nobody_has_the_duty_those_hear_who_may_do_everything(zh: Tree, committed: Any) -> None:
    admin = administrator()
    with committed():
        claim()
    assert admin.email in _sent()


def test_whose_request_it_is_hears_alone(zh: Tree, asked: RemovalRequest, officer: Any, committed: Any) -> None:
    other = member(RoleKey.ADMINISTRATOR)
    handling.assign(asked, officer, officer)
    with committed():
        handling.hear(asked, "请问进展？", [])
    assert set(_sent()) == {officer.email}
    assert other.email not in _sent()


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.WAITING, State.DECLINED])
def test_each_change_of_state_is_told_with_the_offices_words(
    asked: RemovalRequest, officer: Any, committed: Any, state: State
) -> None:
    with committed():
        handling.move(asked, state, officer, "理由如下。")
    [letter] = mail.outbox
    assert letter.to == [asked.email]
    assert "理由如下。" in letter.body


def test_words_are_not_changed_by_escaping_and_break_no_subject(zh: Tree, officer: Any, committed: Any) -> None:
    with committed():
        asked = claim(page_title="A & <b>\nBcc: x@example.org", name="O'Neil & 赵")
    subject, body = _sent()[asked.email]
    assert "\n" not in subject
    assert "O'Neil & 赵" in body
    assert "<b>" in body


def test_a_broken_server_loses_no_request_and_its_mails_go_out_later(
    zh: Tree, officer: Any, committed: Any, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = AWAY
    with committed():
        asked = claim()
    assert RemovalRequest.objects.count() == 1
    assert mail.outbox == []
    assert asked.email not in caplog.text
    settings.EMAIL_BACKEND = WORKS
    call_command("send_waiting_mails")
    assert mail.outbox == []  # their own tasks may still be at it
    RequestMail.objects.update(written_at=timezone.now() - 4 * PAUSE)
    for _ in range(2):
        call_command("send_waiting_mails")
    assert set(_sent()) == {asked.email, officer.email}
    assert len(mail.outbox) == 2


def test_a_mail_that_never_goes_out_is_given_up_and_said_so(zh: Tree, settings: Settings) -> None:
    settings.EMAIL_BACKEND = AWAY
    asked = claim()
    RequestMail.objects.update(written_at=timezone.now() - PAUSE * 2**MOST_ATTEMPTS)
    for _ in range(MOST_ATTEMPTS + 1):
        call_command("send_waiting_mails")
    assert asked.mails.given_up().exists()
    assert not RequestMail.objects.unsent().exists()
