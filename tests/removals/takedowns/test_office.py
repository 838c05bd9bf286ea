"""Rights officers see what was taken down, take down and bring back; nobody else does."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document

from designcity.private_files import private_storage
from newsroom.models import RoleKey
from removals.models import KeptRow, Takedown
from removals.takedowns.taking import take_down
from tests.conftest import Tree
from tests.factories import article, document, image, publication
from tests.newsroom.people import browser, member
from tests.removals.takedowns.reading import public_html

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(zh: Tree) -> Client:
    """The browser of a rights officer."""
    return browser(member(RoleKey.RIGHTS_OFFICER))


def _text(client: Client, name: str, *args: Any) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_is_taken_down_by_its_address_and_brought_back(zh: Tree, desk: Client) -> None:
    page = article(zh.news, "Geheim", body=[("text", "<p>Wort &lt;script&gt;x</p>")])
    before = public_html(page.url)
    form = {"page": f"https://site.example{page.url}", "reason": "Anwalt", "status": "451"}
    assert desk.post(reverse("removals_take_down_page"), form).status_code == 302
    takedown = Takedown.objects.get()
    assert Client().get(page.url).status_code == 451
    kept = _text(desk, "removals_takedown", takedown.pk)
    assert "Geheim" in kept
    assert "Wort &lt;script&gt;x" in kept
    assert "Geheim" in _text(desk, "removals_takedowns")
    assert "Geheim" in _text(desk, "removals_undo", takedown.pk)
    desk.post(reverse("removals_undo", args=[takedown.pk]))
    assert public_html(page.url) == before


def test_a_picture_and_a_passage_are_taken_down(zh: Tree, desk: Client) -> None:
    picture = image("Bild")
    form = {"image": picture.pk, "reason": "x"}
    assert desk.post(reverse("removals_take_down_picture"), form).status_code == 302
    saved = desk.get(reverse("removals_takedown_file", args=[Takedown.objects.get().pk]))
    assert saved["Content-Disposition"].startswith("attachment")
    assert b"".join(saved.streaming_content)  # type: ignore[attr-defined]  # a file's answer
    page = article(zh.news, summary="Das Geheimnis steht hier.")
    form = {"page": page.url, "text": "Geheimnis steht", "reason": "x"}
    assert desk.post(reverse("removals_take_down_passage"), form).status_code == 302
    assert "Geheimnis" not in public_html(page.url)


def test_what_cannot_be_taken_down_is_said_in_the_form(zh: Tree, desk: Client) -> None:
    page = article(zh.news)
    for name, form, words in (
        ("removals_take_down_page", {"page": "/zh-hans/nowhere/", "status": "451"}, "no page at this"),
        ("removals_take_down_page", {"page": zh.home.url, "status": "451"}, "home page cannot"),
        ("removals_take_down_passage", {"page": page.url, "text": "nowhere at all"}, "not found on the page"),
    ):
        response = desk.post(reverse(name), form | {"reason": "x"})
        assert response.status_code == 200
        assert words in response.content.decode()
    assert not Takedown.objects.exists()


@pytest.mark.parametrize("role", [RoleKey.PUBLISHER, RoleKey.EDITOR, RoleKey.WRITER])
def test_nobody_else_sees_or_does_anything(zh: Tree, officer: Any, role: RoleKey) -> None:
    page = article(zh.news, "Geheim")
    takedown = take_down(page, by=officer, reason="")
    client = browser(member(role))
    for name, args in (
        ("removals_takedowns", []),
        ("removals_takedown", [takedown.pk]),
        ("removals_takedown_file", [takedown.pk]),
        ("removals_undo", [takedown.pk]),
        ("removals_take_down_page", []),
        ("removals_take_down_picture", []),
        ("removals_take_down_passage", []),
    ):
        assert client.get(reverse(name, args=args)).status_code in {302, 403}
    client.post(reverse("removals_undo", args=[takedown.pk]))
    assert Client().get(page.url).status_code == 451


def test_the_ways_in_are_offered_to_who_may(zh: Tree, officer: Any) -> None:
    client = browser(officer)
    page, picture = article(zh.news), image()
    assert reverse("removals_take_down_page") in _text(client, "wagtailadmin_pages:edit", page.pk)
    assert reverse("removals_take_down_picture") in _text(client, "wagtailimages:edit", picture.pk)
    address = f"{reverse('removals_take_down_page')}?page={page.pk}"
    assert page.url in client.get(address).content.decode()


def test_a_document_that_only_the_page_offered_answers_451(zh: Tree, officer: Any) -> None:
    page = publication(zh.home, document=document("Datei"))
    shared = document("Geteilt")
    publication(zh.home, "Andere", document=shared)
    second = publication(zh.home, "Dritte", document=shared)
    for one in (page, second):
        take_down(one, by=officer, reason="")
    assert Client().get(Document.objects.get(title="Datei").url).status_code == 451
    response = Client().get(shared.url)
    assert response.status_code == 200
    response.close()


def test_at_the_end_of_the_term_nothing_is_kept(zh: Tree, officer: Any) -> None:
    page, picture = article(zh.news, "Geheim"), image()
    taken = [take_down(one, by=officer, reason="") for one in (page, picture)]
    call_command("forget_takedowns")
    assert KeptRow.objects.exists()
    Takedown.objects.update(taken_down_at=timezone.now() - datetime.timedelta(days=366))
    call_command("forget_takedowns")
    call_command("finish_takedowns")
    assert not KeptRow.objects.exists()
    assert not private_storage().exists(str(taken[1].file.name))
    assert all(not one.can_be_undone and one.title == "" for one in Takedown.objects.all())
    assert Client().get(page.url).status_code == 451
