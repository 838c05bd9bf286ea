"""Translators and editors talk about a segment beside it; nobody else hears of it."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.management import call_command
from django.test import Client, TestCase
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, Translation

from designcity.mails.kept import PAUSE
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY, WORKS
from tests.factories import article, published
from tests.translation.desk.headlines import submitted, translated
from translating.models import Comment, CommentMail

pytestmark = pytest.mark.django_db
HEADLINE = "座谈会一月召开"


@pytest.fixture
def translation(zh: Tree, en: Tree) -> Translation:
    """The English translation of an article with a headline."""
    return submitted(article(zh.news, HEADLINE))


def person(name: str, at: Page | None, users: Any, address: str = "") -> Any:
    """Return somebody who may edit what is below a page, and with whom mails of comments are welcome."""
    user = users.objects.create_user(name, email=address or f"{name}@example.org", is_staff=True)
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if at is not None:
        change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
        GroupPagePermission.objects.create(group=group, page=at, permission=change)
    user.groups.add(group)
    UserProfile.get_for_user(user)
    return user


def client_of(user: Any) -> Client:
    """Return a browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


def place(translation: Translation, words: str = HEADLINE) -> dict[str, int]:
    """Return how the editor names a segment when it sends a comment."""
    segment = translation.source.stringsegment_set.filter(string__data=words).exclude(context__path="slug")[0]
    return {"context": segment.context_id, "string": segment.string_id}


def say(client: Client, translation: Translation, text: str, **where: Any) -> Any:
    """Send a comment as the editor does."""
    sent = (where or place(translation)) | {"text": text}
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(f"/admin/translating/{translation.pk}/comments/", sent)


def said(answer: Any) -> dict[str | None, list[str]]:
    """Return what is said, by the original's words; what has no place any more under `None`."""
    found = [one for one in answer.json()["threads"] if one["comments"]]
    return {
        one["original"] if one["segment"] else None: [comment["text"] for comment in one["comments"]]
        for one in found
    }


def test_a_comment_stands_beside_its_segment_with_author_and_time(
    translation: Translation, admin_client: Client, admin_user: Any
) -> None:
    answer = say(admin_client, translation, "Which January?\n<b>2025</b>?")
    (thread,) = [one for one in answer.json()["threads"] if one["comments"]]
    segment = StringSegment.objects.get(pk=thread["segment"])
    assert segment.string.data == HEADLINE
    (comment,) = thread["comments"]
    assert comment["text"] == "Which January?\n<b>2025</b>?"
    assert comment["author"] == admin_user.get_username()
    assert comment["at"]
    assert thread["open"]


@pytest.mark.parametrize("text", ["", "   ", "a\0b", "long" * 2000])
def test_what_is_no_comment_is_refused_and_the_answer_says_why(
    translation: Translation, admin_client: Client, text: str
) -> None:
    answer = say(admin_client, translation, text)
    assert answer.status_code == 422
    assert answer.json()["errors"]["text"][0]["message"]
    assert not Comment.objects.exists()


def test_a_comment_stays_beside_its_sentence_when_that_changes_or_moves(
    translation: Translation, zh: Tree, admin_client: Client
) -> None:
    say(admin_client, translation, "Which January?")
    page = translation.source.get_source_instance()
    page.title = "座谈会二月召开"
    published(page)
    again = submitted(page)
    answer = admin_client.get(f"/admin/translating/{again.pk}/comments/")
    assert said(answer) == {"座谈会二月召开": ["Which January?"]}


def test_comments_whose_block_was_removed_are_still_read(zh: Tree, en: Tree, admin_client: Client) -> None:
    page = article(zh.news, body=[("text", "<p>第一段。</p>")])
    translation = submitted(page)
    say(admin_client, translation, "Really?", **place(translation, "第一段。"))
    page.body = [("text", "<p>别的。</p>")]
    published(page)
    again = submitted(page)
    answer = admin_client.get(f"/admin/translating/{again.pk}/comments/")
    assert said(answer) == {None: ["Really?"]}


def test_a_thread_is_settled_and_opened_again(
    translation: Translation, admin_client: Client, admin_user: Any
) -> None:
    say(admin_client, translation, "Which January?")
    address = f"/admin/translating/{translation.pk}/comments/settle/"
    keys = list(Comment.objects.values_list("pk", flat=True))
    (thread,) = [
        one for one in admin_client.post(address, {"comments": keys}).json()["threads"] if one["comments"]
    ]
    assert not thread["open"]
    assert thread["comments"][0]["settled_by"] == admin_user.get_username()
    admin_client.post(address, {"comments": keys, "open": "1"})
    assert Comment.objects.open().count() == 1


def test_comments_of_another_translation_are_not_touched(
    translation: Translation, zh: Tree, admin_client: Client
) -> None:
    other = submitted(article(zh.news, "别的稿件"))
    say(admin_client, translation, "Here")
    keys = list(Comment.objects.values_list("pk", flat=True))
    admin_client.post(f"/admin/translating/{other.pk}/comments/settle/", {"comments": keys})
    assert Comment.objects.open().count() == 1
    assert say(admin_client, other, "There", **place(translation)).status_code == 422


def test_who_edits_the_translation_or_its_original_takes_part_and_nobody_else(
    translation: Translation, zh: Tree, en: Tree, django_user_model: Any
) -> None:
    for name, at, status in (("translator", en.home, 200), ("editor", zh.home, 200), ("nobody", None, 302)):
        client = client_of(person(name, at, django_user_model))
        address = f"/admin/translating/{translation.pk}/comments/"
        assert client.get(address).status_code == status
        assert say(client, translation, name).status_code == status
        assert client.post(f"{address}settle/", {}).status_code == status
        assert client.get(f"{address}page/").status_code == status
    assert set(Comment.objects.values_list("text", flat=True)) == {"translator", "editor"}
    assert Client().get(f"/admin/translating/{translation.pk}/comments/").status_code == 302


def test_readers_never_see_a_comment(translation: Translation, en: Tree, admin_client: Client) -> None:
    translated(translation, {HEADLINE: "Symposium in January"})
    translation.save_target()
    say(admin_client, translation, "For the office only")
    page = translation.get_target_instance()
    assert "For the office only" not in Client().get(page.url).content.decode()


@pytest.mark.parametrize("which", ["original", "translation"])
def test_comments_go_with_the_page(translation: Translation, admin_client: Client, which: str) -> None:
    say(admin_client, translation, "Which January?")
    page = (
        translation.source.get_source_instance() if which == "original" else translation.get_target_instance()
    )
    page.delete()
    assert not Comment.objects.exists()


def test_who_took_part_is_told_and_who_wrote_is_not(
    translation: Translation, zh: Tree, en: Tree, django_user_model: Any
) -> None:
    translator = person("translator", en.home, django_user_model)
    editor = person("editor", zh.home, django_user_model)
    page = translation.source.get_source_instance()
    page.save_revision(user=editor)
    say(client_of(translator), translation, "Which January?")
    (first,) = mail.outbox
    assert first.to == ["editor@example.org"]
    assert "Which January?" in first.body
    assert HEADLINE in first.body
    address = f"/admin/translating/{translation.pk}/comments/page/"
    assert address in first.body
    answer = place(translation) | {"text": "The one of 2025."}
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client_of(editor).post(address, answer).status_code == 302
    assert mail.outbox[1].to == ["translator@example.org"]


def test_who_may_not_see_the_translation_any_more_or_wants_no_mails_is_not_told(
    translation: Translation, zh: Tree, en: Tree, django_user_model: Any
) -> None:
    gone, tired = (person(name, en.home, django_user_model) for name in ("gone", "tired"))
    for one in (gone, tired):
        say(client_of(one), translation, one.username)
    mail.outbox.clear()
    gone.groups.clear()
    UserProfile.objects.filter(user=tired).update(updated_comments_notifications=False)
    say(client_of(person("translator", en.home, django_user_model)), translation, "New")
    assert mail.outbox == []


def test_a_mail_server_that_is_away_loses_no_comment_and_no_mail(
    translation: Translation, en: Tree, django_user_model: Any, settings: Settings
) -> None:
    first, second, gone = (person(name, en.home, django_user_model) for name in ("first", "second", "gone"))
    for one in (first, gone):
        say(client_of(one), translation, "Which January?")
    mail.outbox.clear()
    settings.EMAIL_BACKEND = AWAY
    assert said(say(client_of(second), translation, "The one of 2025."))
    assert CommentMail.objects.unsent().count() == 2
    settings.EMAIL_BACKEND = WORKS
    gone.groups.clear()
    CommentMail.objects.update(written_at=timezone.now() - 4 * PAUSE)
    for _ in range(2):
        call_command("send_waiting_mails")
    assert [one.to for one in mail.outbox] == [["first@example.org"]]
    assert "The one of 2025." in mail.outbox[0].body
    assert not CommentMail.objects.unsent().exists()


def test_a_mail_goes_with_its_comment(
    translation: Translation, en: Tree, django_user_model: Any, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = AWAY
    for name in ("first", "second"):
        say(client_of(person(name, en.home, django_user_model)), translation, "Which January?")
    assert CommentMail.objects.exists()
    translation.get_target_instance().delete()
    assert not CommentMail.objects.exists()


def test_the_page_of_comments_keeps_what_could_not_be_sent(
    translation: Translation, admin_client: Client
) -> None:
    say(admin_client, translation, "Which January?")
    address = f"/admin/translating/{translation.pk}/comments/page/"
    html = admin_client.post(address, place(translation) | {"text": "long" * 2000}).content.decode()
    assert "long" * 2000 in html
    assert "Which January?" in html
    assert Comment.objects.count() == 1


def test_an_open_question_is_reached_from_the_original_until_it_is_settled(
    translation: Translation, admin_client: Client, admin_user: Any
) -> None:
    page = translation.source.get_source_instance()
    editor, thread = f"/admin/pages/{page.pk}/edit/", f"/admin/translating/{translation.pk}/comments/page/"
    assert thread not in admin_client.get(editor).content.decode()
    say(admin_client, translation, "Which January?")
    assert thread in admin_client.get(editor).content.decode()
    Comment.objects.resolve(admin_user)
    assert thread not in admin_client.get(editor).content.decode()


def test_many_comments_cost_no_more_queries(
    translation: Translation, admin_client: Client, admin_user: Any, django_assert_max_num_queries: Any
) -> None:
    where = {f"{name}_id": key for name, key in place(translation).items()}
    Comment.objects.bulk_create(
        Comment(translation=translation, author=admin_user, text=str(number), **where) for number in range(60)
    )
    with django_assert_max_num_queries(20):
        admin_client.get(f"/admin/translating/{translation.pk}/comments/")
