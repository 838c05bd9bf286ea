"""The claimant's own page: nobody guesses its address, and it leads nowhere else."""

import uuid
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from designcity.secret_links import signed
from removals.models import RemovalRequest, RequestMessage
from removals.requests import handling
from removals.requests.kinds import State
from removals.requests.models import SALT
from tests.conftest import Tree
from tests.newsroom.people import browser
from tests.removals.requests.claims import claim, pdf, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(filled: dict[str, Any]) -> dict[str, Any]:
    """A message as the claimant sends it."""
    return {"shown_at": filled["shown_at"], "homepage_url": "", "text": "附上证明。"}


def test_it_says_how_the_request_stands(asked: RemovalRequest, client: Client) -> None:
    html = client.get(asked.private_path).content.decode()
    assert asked.number in html
    assert str(State.NEW.label) in html


def test_its_address_goes_nowhere_and_is_kept_nowhere(asked: RemovalRequest, client: Client) -> None:
    response = client.get(asked.private_path)
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "same-origin"
    assert "noindex" in response["X-Robots-Tag"]
    assert str(asked.key) not in asked.private_path


@pytest.mark.parametrize("token", ["x", "a.b", "9156189d-7b15-45f6-b559-fcaa47ce7a17", "😀", "a" * 1000])
def test_a_made_up_address_is_not_found(zh: Tree, client: Client, token: str) -> None:
    assert client.get(f"/zh-hans/requests/{token}/").status_code == 404


def test_the_key_alone_opens_nothing_and_neither_does_another_rooms_secret(
    asked: RemovalRequest, client: Client
) -> None:
    for token in (str(asked.key), signed(asked.key, "newsroom.sharing")):
        assert client.get(f"/zh-hans/requests/{token}/").status_code == 404


def test_a_whole_address_of_no_request_is_not_found(zh: Tree, client: Client) -> None:
    assert client.get(f"/zh-hans/requests/{signed(uuid.uuid4(), SALT)}/").status_code == 404


def test_a_message_is_kept_shown_and_announced_to_officers(
    asked: RemovalRequest, officer: Any, client: Client, post: Any, letter: dict[str, Any]
) -> None:
    response = post(client, asked.private_path, letter | {"evidence": [sent("a.pdf", pdf())]})
    html = client.get(response["Location"]).content.decode()
    assert "附上证明。" in html
    assert "a.pdf" in html
    assert [one.to for one in mail.outbox] == [[officer.email]]


def test_an_answer_that_the_office_waits_for_puts_the_request_back_on_the_desk(
    asked: RemovalRequest, officer: Any, client: Client, post: Any, letter: dict[str, Any]
) -> None:
    handling.move(asked, State.WAITING, officer, "请寄来证明。")
    post(client, asked.private_path, letter)
    asked.refresh_from_db()
    assert asked.state == State.IN_REVIEW


@pytest.mark.parametrize(
    "wrong",
    [{"text": ""}, {"text": "\x00"}, {"text": "设" * 10_001}, {"shown_at": ""}],
    ids=lambda wrong: str(wrong)[:60],
)
def test_a_wrong_message_comes_back(
    asked: RemovalRequest, client: Client, letter: dict[str, Any], wrong: dict[str, str]
) -> None:
    response = client.post(asked.private_path, letter | wrong)
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert not RequestMessage.objects.exists()


def test_notes_and_officers_names_are_not_shown(asked: RemovalRequest, officer: Any, client: Client) -> None:
    handling.note(asked, "内部看法", officer)
    handling.answer(asked, "您好。", officer)
    html = client.get(asked.private_path).content.decode()
    assert "您好。" in html
    assert "内部看法" not in html
    assert officer.get_username() not in html


def test_it_is_closed_once_its_data_is_deleted(
    asked: RemovalRequest, client: Client, letter: dict[str, Any]
) -> None:
    RemovalRequest.objects.filter(pk=asked.pk).update(forgotten_at=timezone.now())
    assert client.get(asked.private_path).status_code == 410
    assert client.post(asked.private_path, letter).status_code == 410


def test_its_form_is_taken_from_a_browser_with_all_checks(
    asked: RemovalRequest, letter: dict[str, Any]
) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(asked.private_path, letter).status_code == 403
    token = strict.get(asked.private_path).cookies["csrftoken"].value
    assert strict.post(asked.private_path, letter | {"csrfmiddlewaretoken": token}).status_code == 302


def test_claimants_files_have_no_address_that_they_or_others_could_open(
    piece: Any, officer: Any, client: Client
) -> None:
    asked = claim([sent("a.pdf", pdf())], page=piece)
    assert "/files/" not in client.get(asked.private_path).content.decode()
    address = f"/admin/removal-requests/{asked.pk}/files/{asked.files.get().pk}/"
    assert client.get(address).status_code == 302
    assert browser(officer).get(address).getvalue() == pdf()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(asked: RemovalRequest, client: Client, method: str) -> None:
    assert getattr(client, method)(asked.private_path).status_code == 405
