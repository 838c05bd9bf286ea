"""Bundles in the editors' interface: put together, looked at, published, scheduled."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from news.models import ArticlePage
from newsroom.models import Bundle, BundlePage, BundleState, RoleKey
from tests.conftest import Tree
from tests.newsroom.people import browser, member, said
from tests.reading import page as seen
from tests.reading import queries

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def client(zh: Tree) -> Client:
    """A publisher's browser."""
    return browser(member(RoleKey.PUBLISHER))


@pytest.fixture
def draft(zh: Tree) -> ArticlePage:
    """An unpublished article."""
    page = ArticlePage(title="新稿", live=False)
    zh.news.add_child(instance=page)
    page.save_revision()
    return page


def _bundle(*pages: Page, **fields: Any) -> Bundle:
    bundle = Bundle.objects.create(title="发布会", **fields)
    for page in pages:
        BundlePage.objects.create(bundle=bundle, page_id=page.pk)
    return bundle


def _form(*pages: Page, title: str = "开幕") -> dict[str, Any]:
    rows = [{"page": page.pk, "ORDER": number, "id": ""} for number, page in enumerate(pages, 1)]
    form: dict[str, Any] = nested_form_data(
        {"title": title, "include_translations": "on", "bundle_pages": inline_formset(rows)}
    )
    return form


def _press(client: Client, button: str, bundle: Bundle, **fields: str) -> list[str]:
    answer = client.post(reverse(f"bundles:{button}", args=[bundle.pk]), fields)
    return [message.strip() for message in said(answer)]


def _overview(client: Client, bundle: Bundle) -> Any:
    return seen(client, reverse("bundles:inspect", args=[bundle.pk]))


def test_a_bundle_is_put_together_and_leads_to_its_overview(client: Client, draft: ArticlePage) -> None:
    response = client.post(reverse("bundles:add"), _form(draft))
    bundle = Bundle.objects.get()
    assert response["Location"] == reverse("bundles:inspect", args=[bundle.pk])
    assert [link.page_id for link in bundle.bundle_pages.all()] == [draft.pk]


@pytest.mark.parametrize("form", [_form(title="空的"), _form(title="")])
def test_a_bundle_without_pages_or_title_is_refused_and_keeps_what_was_typed(
    client: Client, form: dict[str, Any]
) -> None:
    response = client.post(reverse("bundles:add"), form)
    assert response.status_code == 200
    assert f'value="{form["title"]}"' in response.content.decode() or not form["title"]
    assert not Bundle.objects.exists()


def test_a_page_named_twice_is_refused(client: Client, draft: ArticlePage) -> None:
    assert client.post(reverse("bundles:add"), _form(draft, draft)).status_code == 200
    assert not Bundle.objects.exists()


def test_a_moment_is_chosen_in_the_language_of_the_interface(client: Client, draft: ArticlePage) -> None:
    page = _overview(client, _bundle(draft))
    [field] = page.select("input[name=publish_at]")
    assert field["type"] == "text"
    assert page.select("script[src*=date-time-chooser]")


def test_the_overview_says_what_will_be_published(client: Client, draft: ArticlePage) -> None:
    page = _overview(client, _bundle(draft))
    [row] = page.select("table.newsroom-bundle tbody tr")
    assert [" ".join(cell.get_text(" ").split()) for cell in row.select("td")] == [
        "新稿",
        "Simplified Chinese",
        "Unpublished draft",
        "",
    ]
    assert "One page goes live." in page.get_text(" ")


def test_the_button_publishes(client: Client, draft: ArticlePage) -> None:
    bundle = _bundle(draft)
    assert any("1 page has gone live." in one for one in _press(client, "publish", bundle))
    assert Page.objects.get(pk=draft.pk).live
    assert "It went live on" in _overview(client, bundle).get_text(" ")


def test_what_is_in_the_way_is_told_and_the_button_is_off(zh: Tree, en: Tree, draft: ArticlePage) -> None:
    client = browser(member(RoleKey.PUBLISHER))
    bundle = _bundle(draft)
    page = _overview(client, bundle)
    assert "Have it translated" in page.get_text(" ")
    assert page.select_one(f"form[action$='/publish/{bundle.pk}/'] button[disabled]")
    assert any("“新稿” (English): Translation missing." in one for one in _press(client, "publish", bundle))
    assert "“新稿” (English)" in _overview(client, bundle).get_text(" ")


def test_it_is_scheduled_and_taken_off_again(client: Client, draft: ArticlePage) -> None:
    bundle = _bundle(draft)
    at = timezone.localtime(timezone.now() + HOUR)
    _press(client, "schedule", bundle, publish_at=f"{at:%Y-%m-%dT%H:%M}")
    bundle.refresh_from_db()
    assert bundle.state == BundleState.SCHEDULED
    assert bundle.publish_at == at.replace(second=0, microsecond=0)
    _press(client, "unschedule", bundle)
    bundle.refresh_from_db()
    assert (bundle.state, bundle.publish_at) == (BundleState.DRAFT, None)


@pytest.mark.parametrize("moment", ["", "morgen", "2020-01-01T10:00", "2020-99-99T99:99", "\x00"])
def test_a_moment_that_is_none_is_told_and_changes_nothing(
    client: Client, draft: ArticlePage, moment: str
) -> None:
    bundle = _bundle(draft)
    assert _press(client, "schedule", bundle, publish_at=moment)
    bundle.refresh_from_db()
    assert bundle.state == BundleState.DRAFT


@pytest.mark.parametrize("button", ["publish", "schedule"])
def test_a_bundle_that_is_scheduled_is_first_taken_off(client: Client, draft: ArticlePage, button: str) -> None:
    bundle = _bundle(draft, state=BundleState.SCHEDULED, publish_at=timezone.now() + HOUR)
    assert any("Take it off the schedule first" in one for one in _press(client, button, bundle))
    assert not Page.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("state", [BundleState.SCHEDULED, BundleState.PUBLISHED])
def test_pages_of_a_scheduled_or_published_bundle_stay(
    client: Client, draft: ArticlePage, state: BundleState
) -> None:
    bundle = _bundle(draft, state=state)
    address = reverse("bundles:edit", args=[bundle.pk])
    for response in (client.get(address), client.post(address, _form(title="anders"))):
        assert response["Location"] == reverse("bundles:inspect", args=[bundle.pk])
    bundle.refresh_from_db()
    assert (bundle.title, bundle.bundle_pages.count()) == ("发布会", 1)


def test_a_deleted_page_leaves_its_bundle(client: Client, draft: ArticlePage) -> None:
    bundle = _bundle(draft)
    draft.delete()
    assert "It has no pages any more." in _overview(client, bundle).get_text(" ")


@pytest.mark.parametrize("button", ["publish", "schedule", "unschedule"])
def test_buttons_are_pressed_by_those_who_may_and_never_by_a_link(
    zh: Tree, client: Client, draft: ArticlePage, button: str
) -> None:
    bundle = _bundle(draft)
    address = reverse(f"bundles:{button}", args=[bundle.pk])
    assert client.get(address).status_code == 405
    assert browser(member(RoleKey.WRITER)).post(address).status_code == 302
    assert client.post(reverse(f"bundles:{button}", args=[bundle.pk + 1]), follow=True).status_code == 404
    assert not Page.objects.get(pk=draft.pk).live


def test_a_deleted_bundle_leaves_its_pages(client: Client, draft: ArticlePage) -> None:
    address = reverse("bundles:delete", args=[_bundle(draft).pk])
    assert "Its pages stay as they are." in seen(client, address).get_text(" ")
    client.post(address)
    assert not Bundle.objects.exists()
    assert Page.objects.filter(pk=draft.pk).exists()


def test_writers_have_no_bundles(zh: Tree) -> None:
    client = browser(member(RoleKey.WRITER))
    assert client.get(reverse("bundles:index")).status_code == 302


def _costs(client: Client, zh: Tree, address: str, bundles: int, pages: int) -> int:
    for number in range(bundles):
        drafts = [ArticlePage(title=f"稿{number}{one}", live=False) for one in range(pages)]
        for page in drafts:
            zh.news.add_child(instance=page)
            page.save_revision()
        _bundle(*drafts)
    pk = Bundle.objects.latest("pk").pk
    return len(queries(client, address.format(pk=pk)))


@pytest.mark.parametrize(
    ("address", "of_checks"), [("/admin/bundles/", 0), ("/admin/bundles/inspect/{pk}/", 7)]
)
def test_a_further_page_costs_only_its_checks(zh: Tree, client: Client, address: str, of_checks: int) -> None:
    one = _costs(client, zh, address, bundles=1, pages=1)
    many = _costs(client, zh, address, bundles=3, pages=4)
    assert many - one == 3 * of_checks


def test_a_language_that_is_not_ready_is_left_out_and_taken_in_again(
    zh: Tree, en: Tree, client: Client, draft: ArticlePage
) -> None:
    bundle = _bundle(draft)
    way = f"form[action$='/leave_out/{bundle.pk}/'] button"
    shown = _overview(client, bundle)
    assert "Have it translated, or publish without this language." in shown.get_text()
    [button] = shown.select(way)
    assert button.get_text() == "Publish without English"
    assert _press(client, "leave_out", bundle, locale=str(en.locale.pk)) == ["English is left out."]
    shown = _overview(client, bundle)
    assert shown.select(way) == []
    assert shown.select_one(f"form[action$='/publish/{bundle.pk}/'] button:not([disabled])")
    _press(client, "take_in", bundle, locale=str(en.locale.pk))
    assert _overview(client, bundle).select(way)
    _press(client, "leave_out", bundle, locale=str(en.locale.pk))
    _press(client, "publish", bundle)
    assert Page.objects.get(pk=draft.pk).live
    assert "English is left out." in _overview(client, bundle).select_one("main").get_text()


def test_a_page_published_in_all_languages_goes_live_without_one(
    zh: Tree, en: Tree, client: Client, draft: ArticlePage
) -> None:
    for action, fields in (("leave_out", {"locale": str(en.locale.pk)}), ("publish", {})):
        client.post(reverse("bundles:in_all_languages", args=[draft.pk, action]), fields)
    assert Page.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("chosen", ["", "x", "99999", "²"])
def test_a_language_that_there_is_not_cannot_be_left_out(
    zh: Tree, client: Client, draft: ArticlePage, chosen: str
) -> None:
    assert _press(client, "leave_out", _bundle(draft), locale=chosen) == ["Choose a language."]
