"""A letter speaks its reader's language, and says whether it went without saying to whom."""

import pytest
from django.conf import settings as project
from django.core import mail
from django.utils.translation import get_language
from pytest_django import Settings

from designcity.mails.letters import Letter, composed
from tests.designcity.mails.broken import AWAY, REFUSES

LETTER = Letter("Subject", "Text\n")


@pytest.mark.parametrize(("language", "begins"), [("en", "Comment on"), ("zh-hans", "“")])
def test_subject_text_and_facts_speak_the_language(language: str, begins: str) -> None:
    letter = composed("translating/comments/commented", language, lambda: {"title": get_language(), "text": ""})
    assert letter.subject.startswith(begins)
    assert f"“{language}”" in letter.subject
    assert f"“{language}”" in letter.text
    assert project.SITE_URL in letter.text


def test_a_subject_is_one_line_however_long_a_title_is() -> None:
    letter = composed("translating/comments/commented", "en", lambda: {"title": "a\r\nBcc: x@example.org"})
    assert "\n" not in letter.subject
    assert letter.send(["zhao@example.org"], about="A mail")
    assert mail.outbox[0].recipients() == ["zhao@example.org"]


def test_a_letter_says_that_a_program_wrote_it() -> None:
    assert LETTER.send(["zhao@example.org"], about="A mail")
    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("backend", [AWAY, REFUSES])
def test_what_the_server_does_not_take_is_logged_without_the_address(
    settings: Settings, caplog: pytest.LogCaptureFixture, backend: str
) -> None:
    settings.EMAIL_BACKEND = backend
    assert LETTER.send(["zhao@example.org"], about="Mail 7") is False
    assert "Mail 7 was not sent" in caplog.text
    assert "zhao" not in caplog.text


def test_an_address_that_cannot_be_written_to_is_a_mail_that_did_not_go() -> None:
    assert LETTER.send(["zhao@example.org\nBcc: x@example.org"], about="A mail") is False
    assert mail.outbox == []


def test_every_subject_has_its_text() -> None:
    subjects = list((project.ROOT / "templates").rglob("*.subject.txt"))
    assert len(subjects) >= 10
    assert [one for one in subjects if not one.with_name(one.name.replace(".subject", "")).exists()] == []
