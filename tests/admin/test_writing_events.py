"""An editor writes and publishes events and calls, by the site's clock, whatever is typed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset
from wagtail.users.models import UserProfile

from events.models import CallPage, EventPage
from tests import reading
from tests.admin.writing import call_form, event_form
from tests.conftest import Tree
from tests.factories import call_index, event_index, institution, on_site

pytestmark = pytest.mark.django_db


def _send_event(editor: Client, tree: Tree, **fields: Any) -> Any:
    parent = event_index(tree.home)
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", parent.pk])
    return editor.post(address, event_form(**fields))


def _send_call(editor: Client, tree: Tree, **fields: Any) -> Any:
    parent = call_index(tree.home)
    address = reverse("wagtailadmin_pages:add", args=["events", "callpage", parent.pk])
    return editor.post(address, call_form(**fields))


def test_an_event_is_published_with_what_was_typed(zh: Tree, editor: Client) -> None:
    library = institution(zh.directory, "示例图书馆")
    links = inline_formset([{"institution": str(library.pk)}])
    assert _send_event(editor, zh, institution_links=links).status_code == 302
    page = EventPage.objects.get()
    assert page.live
    assert page.slug == "she-ji-lun-tan"
    assert (page.starts_at, page.ends_at) == (on_site(2027, 5, 20, 14), on_site(2027, 5, 20, 17, 30))
    assert [one.pk for one in page.institutions] == [library.pk]
    assert "2027年5月20日 14:00–\u206017:30 UTC+8" in reading.main(editor, page.url)


def test_a_call_is_published_with_what_was_typed(zh: Tree, editor: Client) -> None:
    assert _send_call(editor, zh).status_code == 302
    page = CallPage.objects.get()
    assert (page.opens_at, page.closes_at) == (on_site(2027, 3, 1, 9), on_site(2027, 3, 31, 18))
    words = reading.main(editor, page.url)
    assert "任何人。" in words
    assert "看一看" in words


def test_an_editor_far_away_types_and_sees_the_sites_time(zh: Tree, editor: Client) -> None:
    _send_event(editor, zh)
    page = EventPage.objects.get()
    profile = UserProfile.get_for_user(page.owner)
    profile.current_time_zone = "America/Mexico_City"
    profile.save()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    field = reading.one(reading.page(editor, address), "input[name=starts_at]")
    assert field["value"] == "2027-05-20 14:00"
    editor.post(address, event_form(starts_at="2027-05-20 15:00", slug=page.slug))
    assert EventPage.objects.get().starts_at == on_site(2027, 5, 20, 15)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"starts_at": ""}, ["starts_at"]),
        ({"starts_at": "morgen"}, ["starts_at"]),
        ({"starts_at": "0001-01-01 00:00"}, ["starts_at"]),
        ({"ends_at": "9999-12-31 23:59"}, ["ends_at"]),
        ({"ends_at": "9999-12-31 23:59", "is_all_day": "on"}, ["ends_at"]),
        ({"ends_at": "2027-05-20 14:00"}, ["ends_at"]),
        ({"ends_at": "2027-05-19 14:00", "is_all_day": "on"}, ["ends_at"]),
        ({"registration_url": "javascript:alert(1)"}, ["registration_url"]),
        ({"title": ""}, ["title"]),
    ],
)
def test_a_mistake_in_an_event_is_said_at_its_field_and_nothing_is_lost(
    zh: Tree, editor: Client, fields: dict[str, str], wrong: list[str]
) -> None:
    response = _send_event(editor, zh, address="书架路一号", **fields)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == wrong
    assert 'value="书架路一号"' in response.content.decode()
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"closes_at": "2027-03-01 09:00"}, ["closes_at"]),
        ({"closes_at": ""}, ["closes_at"]),
        ({"opens_at": "💥"}, ["opens_at"]),
        ({"entry_url": ""}, ["entry_url"]),
        ({"entry_email": "nobody"}, ["entry_email"]),
    ],
)
def test_a_mistake_in_a_call_is_said_at_its_field_and_nothing_is_lost(
    zh: Tree, editor: Client, fields: dict[str, str], wrong: list[str]
) -> None:
    response = _send_call(editor, zh, **fields)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == wrong
    assert "作品征集" in response.content.decode()
    assert not CallPage.objects.exists()


@pytest.mark.parametrize("kind", ["event", "call"])
def test_a_page_that_is_not_saved_yet_can_be_looked_at(zh: Tree, editor: Client, kind: str) -> None:
    parent, form = {
        "event": (event_index(zh.home), event_form()),
        "call": (call_index(zh.home), call_form()),
    }[kind]
    address = reverse("wagtailadmin_pages:preview_on_add", args=["events", f"{kind}page", parent.pk])
    assert editor.post(address, form).json()["is_valid"]
    assert form["title"] in reading.main(editor, address)
