"""A message is kept, can be exported, and is announced by e-mail."""

import csv
import io
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from wagtail.contrib.forms.models import FormSubmission

from designcity.mails.kept import PAUSE
from home.models import ContactField, ContactMail, ContactPage
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY, WORKS
from tests.factories import administrator, contact_page, published

pytestmark = pytest.mark.django_db


def _kept() -> list[dict[str, Any]]:
    return [submission.form_data for submission in FormSubmission.objects.all()]


def test_the_form_asks_the_editors_questions(contact: ContactPage, client: Client) -> None:
    html = client.get(contact.url).content.decode()
    for name in ("name", "email", "message", "consent", "shown_at", "csrfmiddlewaretoken"):
        assert f'name="{name}"' in html
    assert "我同意处理我的信息。" in html


def test_a_message_is_kept_without_the_spam_protections_fields(
    contact: ContactPage, client: Client, filled: dict[str, Any]
) -> None:
    response = client.post(contact.url, filled)
    assert response.status_code == 200
    assert "多谢来信。" in response.content.decode()
    assert _kept() == [
        {"name": "赵敏", "email": "zhao@example.org", "message": "想了解设计之都。", "consent": True}
    ]


def test_a_message_is_announced_by_mail(contact: ContactPage, client: Client, filled: dict[str, Any]) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(contact.url, filled)
    [sent] = mail.outbox
    assert sent.to == ["office@example.org"]
    assert sent.from_email == "website@example.org"
    assert "想了解设计之都。" in sent.body
    assert filled["shown_at"] not in sent.body


def test_no_mail_is_sent_where_no_address_is_set(zh: Tree, client: Client, filled: dict[str, Any]) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(contact_page(zh.home).url, filled)
    assert len(_kept()) == 1
    assert mail.outbox == []


def test_a_broken_mail_server_loses_no_message_and_it_is_announced_later(
    contact: ContactPage, client: Client, filled: dict[str, Any], settings: Settings
) -> None:
    settings.EMAIL_BACKEND = AWAY
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(contact.url, filled)
    assert "多谢来信。" in response.content.decode()
    assert len(_kept()) == 1
    settings.EMAIL_BACKEND = WORKS
    ContactMail.objects.update(written_at=timezone.now() - 4 * PAUSE)
    for _ in range(2):
        call_command("send_waiting_mails")
    assert ["想了解设计之都。" in one.body for one in mail.outbox] == [True]


def test_a_message_that_is_deleted_is_announced_no_more(
    contact: ContactPage, client: Client, filled: dict[str, Any]
) -> None:
    client.post(contact.url, filled)
    assert ContactMail.objects.exists()
    FormSubmission.objects.all().delete()
    assert not ContactMail.objects.exists()


def test_the_messages_can_be_exported(contact: ContactPage, client: Client, filled: dict[str, Any]) -> None:
    client.post(contact.url, filled)
    client.force_login(administrator())
    response = client.get(reverse("wagtailforms:list_submissions", args=[contact.pk]), {"export": "csv"})
    assert response["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))
    assert [(row["姓名"], row["邮箱"], row["留言"]) for row in rows] == [
        ("赵敏", "zhao@example.org", "想了解设计之都。")
    ]


def test_a_page_without_consent_text_asks_for_no_consent(
    zh: Tree, client: Client, filled: dict[str, Any]
) -> None:
    page = contact_page(zh.home)
    del filled["consent"]
    assert 'name="consent"' not in client.get(page.url).content.decode()
    client.post(page.url, filled)
    assert len(_kept()) == 1


def test_the_questions_are_asked_in_the_readers_language(
    zh: Tree, en: Tree, contact: ContactPage, client: Client
) -> None:
    translation = contact.copy_for_translation(en.locale)
    labels = {"姓名": "Your name", "邮箱": "Your address", "留言": "Your message"}
    fields = list(translation.form_fields.all())
    for field in fields:
        field.label = labels[field.label]
    english = published(translation, form_fields=fields)
    html = client.get(english.url).content.decode()
    assert [label in html for label in labels.values()] == [True, True, True]
    assert "姓名" not in html
    assert ContactField.objects.filter(locale=en.locale).count() == 3
