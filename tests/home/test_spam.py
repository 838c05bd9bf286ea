"""What the contact form refuses, and that nobody's words are lost by it."""

import time
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from wagtail.contrib.forms.models import FormSubmission

from designcity.spam import MESSAGES_PER_HOUR
from home.models import ContactPage
from tests.home.conftest import Token

pytestmark = pytest.mark.django_db

DAY = 24 * 3600


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"homepage_url": "https://spam.example/"}, id="the trap is filled in"),
        pytest.param({"shown_at": ""}, id="no token"),
        pytest.param({"shown_at": "made:up:token"}, id="a token made up"),
        pytest.param({"shown_at": "\x00\ud7ff🙂" * 2000}, id="a token of nonsense"),
        pytest.param({"consent": ""}, id="no consent"),
        pytest.param({"email": "not an address"}, id="no address"),
        pytest.param({"name": "  "}, id="no name"),
    ],
)
def test_a_wrong_form_comes_back_with_everything_that_was_typed(
    contact: ContactPage, client: Client, filled: dict[str, Any], wrong: dict[str, str]
) -> None:
    response = client.post(contact.url, filled | wrong)
    html = response.content.decode()
    assert response.status_code == 200
    assert FormSubmission.objects.count() == 0
    assert 'role="alert"' in html
    assert "想了解设计之都。" in html
    assert wrong.get("email", "zhao@example.org") in html


@pytest.mark.parametrize(("seconds", "kept"), [(0, 0), (1, 0), (4, 1), (3600, 1), (DAY - 60, 1), (DAY + 60, 0)])
def test_a_form_is_taken_from_two_seconds_to_a_day_after_it_was_shown(
    contact: ContactPage,
    client: Client,
    filled: dict[str, Any],
    token: Token,
    monkeypatch: pytest.MonkeyPatch,
    seconds: int,
    kept: int,
) -> None:
    now = time.time()  # stands still: on a busy machine a page may take a second
    monkeypatch.setattr(signing, "time", SimpleNamespace(time=lambda: now))
    client.post(contact.url, filled | {"shown_at": token(seconds)})
    assert FormSubmission.objects.count() == kept


def test_a_form_that_comes_back_can_be_sent_again_with_its_new_token(
    contact: ContactPage, client: Client, filled: dict[str, Any], token: Token
) -> None:
    expired = token(2 * DAY)
    html = client.post(contact.url, filled | {"shown_at": expired}).content.decode()
    assert 'name="shown_at"' in html
    assert expired not in html


def test_the_eleventh_message_within_an_hour_is_refused(
    contact: ContactPage, client: Client, filled: dict[str, Any]
) -> None:
    answers = [client.post(contact.url, filled).status_code for _ in range(MESSAGES_PER_HOUR + 1)]
    assert answers == [200] * MESSAGES_PER_HOUR + [429]
    assert FormSubmission.objects.count() == MESSAGES_PER_HOUR


def test_one_readers_messages_are_not_counted_against_another(
    contact: ContactPage, client: Client, filled: dict[str, Any]
) -> None:
    for _ in range(MESSAGES_PER_HOUR + 1):
        client.post(contact.url, filled)
    response = client.post(contact.url, filled, REMOTE_ADDR="192.0.2.7")
    assert response.status_code == 200


def test_a_form_from_another_site_is_refused(contact: ContactPage, filled: dict[str, Any]) -> None:
    assert Client(enforce_csrf_checks=True).post(contact.url, filled).status_code == 403
    assert FormSubmission.objects.count() == 0


def test_ten_thousand_characters_are_kept_whole(
    contact: ContactPage, client: Client, filled: dict[str, Any]
) -> None:
    client.post(contact.url, filled | {"message": "设" * 10_000})
    [kept] = FormSubmission.objects.all()
    assert kept.form_data["message"] == "设" * 10_000


def test_a_nul_character_in_a_message_is_no_server_error(
    contact: ContactPage, client: Client, filled: dict[str, Any]
) -> None:
    response = client.post(contact.url, filled | {"message": "a\x00b"})
    assert response.status_code == 200
    assert FormSubmission.objects.count() == 0
