"""Who gave a translation away hears when it is ready, and who may publish it sees it on the home."""

from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from news.models import ArticlePage
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article, published
from tests.newsroom.people import browser, member
from tests.reading import page
from tests.translation.board.steps import Steps, status
from translating.assignments.assigning import assign

pytestmark = pytest.mark.django_db
PANEL = "#translating_ready-section"


@pytest.fixture
def editor() -> Any:
    """Who hands out the work, with the editors' interface in Chinese."""
    return member(RoleKey.EDITOR, language="zh-hans")


@pytest.fixture
def translator() -> Any:
    """Who does it."""
    return member(RoleKey.TRANSLATOR, "en")


@pytest.fixture
def steps(en: Tree, client: Client) -> Steps:
    """What is done in the editor of a translation."""
    return Steps(client, en.locale)


def _translated(steps: Steps, original: ArticlePage) -> ArticlePage:
    steps.submit(original)
    steps.translate_all(original)
    return original


def _titles(user: Any) -> list[str]:
    found = page(browser(user), "/admin/").select(f"{PANEL} tbody td.title")
    return [cell.get_text(strip=True) for cell in found]


def test_one_mail_names_what_is_ready(zh: Tree, steps: Steps, editor: Any, translator: Any) -> None:
    ready = [_translated(steps, article(zh.news, title)) for title in ("甲文", "乙文")]
    assign([status(one) for one in [*ready, article(zh.news, "未译")]], translator, editor)
    mail.outbox.clear()
    for _ in range(2):
        call_command("send_waiting_mails")
    [told] = mail.outbox
    assert told.to == ["editor@example.org"]
    assert [title in told.body for title in ("甲文", "乙文", "未译")] == [True, True, False]
    assert "translator en" in told.body
    assert "?state=ready" in told.body


def test_what_has_changed_since_is_told_again_once_it_is_ready_again(
    zh: Tree, steps: Steps, editor: Any, translator: Any
) -> None:
    original = _translated(steps, article(zh.news, "甲文"))
    assign([status(original)], translator, editor)
    call_command("send_waiting_mails")
    original.summary = "开幕了。"
    steps.synchronize(published(original))
    status(original)
    mail.outbox.clear()
    call_command("send_waiting_mails")
    assert mail.outbox == []
    steps.translate_all(original)
    call_command("send_waiting_mails")
    assert len(mail.outbox) == 1


def test_who_took_the_work_is_not_told_of_it(zh: Tree, steps: Steps, translator: Any) -> None:
    assign([status(_translated(steps, article(zh.news, "甲文")))], translator, translator)
    call_command("send_waiting_mails")
    assert mail.outbox == []


def test_who_may_publish_sees_what_is_ready_until_it_is_live(
    zh: Tree, steps: Steps, editor: Any, translator: Any
) -> None:
    original = _translated(steps, article(zh.news, "甲文"))
    status(article(zh.news, "未译"))
    publisher = member(RoleKey.PUBLISHER)
    assert _titles(publisher) == ["甲文"]
    steps.publish(original)
    assert _titles(publisher) == []
    for nobody in (editor, translator):
        assert page(browser(nobody), "/admin/").select(PANEL) == []
