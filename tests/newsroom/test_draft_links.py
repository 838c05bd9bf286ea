"""A draft is shown to people without an account by a secret link that runs out."""

import datetime
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from newsroom.models import DraftLink
from newsroom.sharing.tokens import key_of, token_of
from tests.conftest import Tree
from tests.everything import PAGE_TYPES, page_of
from tests.factories import article, contact_page
from tests.newsroom.office import browser, person, speak, words
from tests.reading import main, one, page

pytestmark = pytest.mark.django_db


def _link(shared: Page, days: float = 3, **fields: Any) -> DraftLink:
    until = timezone.now() + datetime.timedelta(days=days)
    return DraftLink.objects.create(page=shared, expires_at=until, **fields)


def _draft(shared: Any, title: str) -> Any:
    """Save a change of the title without publishing it."""
    shared.title = title
    shared.save_revision()
    return shared


def _share(shared: Page) -> str:
    return reverse("newsroom_share_draft", args=[shared.pk])


def test_the_link_shows_the_latest_draft_and_the_address_of_the_page_what_is_published(
    zh: Tree, client: Client
) -> None:
    shared = _draft(article(zh.news, "旧标题"), "新标题")
    assert "新标题" in main(client, _link(shared).address)
    assert "旧标题" in main(client, shared.url)


def test_the_link_opens_a_page_that_was_never_published(zh: Tree, client: Client) -> None:
    shared = article(zh.news, "草稿")
    shared.unpublish()
    assert "草稿" in main(client, _link(shared).address)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_draft_of_every_type_can_be_shared(model: type[Page], zh: Tree, client: Client) -> None:
    shared = page_of(model, zh)
    assert shared.title in words(page(client, _link(shared).address))


def test_the_draft_says_what_it_is_and_until_when(zh: Tree, client: Client) -> None:
    link = _link(article(zh.news))
    until = timezone.localtime(link.expires_at)
    banner = words(one(page(client, link.address), ".draft-banner"))
    assert str(until.year) in banner
    assert page(client, link.page.url).select(".draft-banner") == []


def test_the_draft_is_shown_in_the_language_of_its_page(zh: Tree, en: Tree, client: Client) -> None:
    link = _link(article(en.news, "A meeting"))
    assert link.address.startswith("/en/drafts/")
    assert one(page(client, link.address), "html")["lang"] == "en"
    elsewhere = client.get(link.address.replace("/en/", "/zh-hans/"))
    assert elsewhere["Location"] == link.address
    assert elsewhere["Cache-Control"] == "private, no-store"


def test_nothing_keeps_indexes_or_passes_on_the_draft(zh: Tree, client: Client) -> None:
    response = client.get(_link(article(zh.news)).address)
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    soup = BeautifulSoup(response.content, "html.parser")
    assert one(soup, "meta[name=robots]")["content"] == "noindex, nofollow"
    assert soup.select("link[rel=canonical], meta[property^=og]") == []


def test_an_editor_who_opens_the_link_sees_what_others_see(zh: Tree, editor: Client) -> None:
    shared = article(zh.news)
    assert page(editor, shared.url).select("wagtail-userbar") != []
    assert page(editor, _link(shared).address).select("wagtail-userbar") == []


def test_the_policy_of_the_draft_lets_no_form_be_sent_but_the_search(zh: Tree, client: Client) -> None:
    link = _link(contact_page(zh.home))
    response = client.get(link.address)
    assert "form-action testserver/zh-hans/search/;" in f"{response['Content-Security-Policy']};"
    form = one(BeautifulSoup(response.content, "html.parser"), "form.form")
    assert one(form, "button[type=submit]").has_attr("disabled")
    assert "form-action 'self'" in client.get(link.page.url)["Content-Security-Policy"]


def test_nothing_can_be_sent_to_the_link(zh: Tree, client: Client) -> None:
    shared = contact_page(zh.home)
    assert client.post(_link(shared).address, {"name": "某人"}).status_code == 405
    assert not shared.get_submission_class().objects.exists()


def test_a_link_that_ran_out_or_was_revoked_is_gone(zh: Tree, client: Client) -> None:
    shared = _draft(article(zh.news), "秘密")
    for link in (_link(shared, days=-0.001), _link(shared, revoked_at=timezone.now())):
        response = client.get(link.address)
        assert response.status_code == 410
        assert "秘密" not in response.content.decode()
        assert response["Cache-Control"] == "private, no-store"


def test_the_link_of_a_deleted_page_is_gone(zh: Tree, client: Client) -> None:
    shared = article(zh.news)
    address = _link(shared).address
    shared.delete()
    assert not DraftLink.objects.exists()
    assert client.get(address).status_code == 410


def test_links_of_a_page_are_deleted_with_the_section_above_it(zh: Tree) -> None:
    _link(article(zh.news))
    Page.objects.get(pk=zh.news.pk).delete()
    assert not DraftLink.objects.exists()


MADE_UP = ["x", "1", ".", "..", "a.b", "密", "%2e", "A" * 500, "0" * 22 + "." + "0" * 43]


@pytest.mark.parametrize("token", MADE_UP)
def test_a_made_up_secret_is_not_found_and_asks_no_link(zh: Tree, client: Client, token: str) -> None:
    _link(article(zh.news))
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"/zh-hans/drafts/{token}/")
    assert response.status_code == 404
    assert [query for query in captured.captured_queries if "newsroom_draftlink" in query["sql"]] == []


def test_a_secret_changed_by_one_letter_is_not_found(zh: Tree, client: Client) -> None:
    address = _link(article(zh.news)).address
    for at in (len("/zh-hans/drafts/"), -5):
        other = "A" if address[at] != "A" else "B"
        changed = address[:at] + other + address[at:][1:]
        assert client.get(changed).status_code == 404


def test_the_secret_depends_on_the_key_of_the_site(zh: Tree, settings: Any) -> None:
    link = _link(article(zh.news))
    token = token_of(link.key)
    assert key_of(token) == link.key
    assert link.key.hex not in token
    settings.SECRET_KEY = "another key of another site"
    assert key_of(token) is None
    assert token_of(link.key) != token


def test_two_links_of_a_page_have_different_secrets(zh: Tree) -> None:
    shared = article(zh.news)
    assert _link(shared).address != _link(shared).address


def test_openings_are_counted_and_a_head_request_is_none(zh: Tree, client: Client) -> None:
    link = _link(article(zh.news))
    client.head(link.address)
    client.get(link.address)
    client.get(link.address)
    link.refresh_from_db()
    assert link.opened == 2
    assert link.last_opened_at is not None


def test_a_draft_costs_little_more_than_its_page(zh: Tree, client: Client) -> None:
    shared = article(zh.news)
    for number in range(12):
        _link(_draft(shared, f"第{number}稿"))
    counts = []
    for address in (shared.url, DraftLink.objects.all()[0].address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[1] <= counts[0] + 4


def test_the_page_of_a_closed_link_leads_on(zh: Tree, client: Client) -> None:
    response = client.get("/zh-hans/drafts/x/")
    soup = BeautifulSoup(response.content, "html.parser")
    assert one(soup, "main a.button")["href"] == "/zh-hans/"


# The editors' side


def test_an_editor_makes_a_link_copies_it_and_it_opens(zh: Tree, editor: Client, client: Client) -> None:
    shared = _draft(article(zh.news), "新标题")
    editor.post(_share(shared), {"days": "7"})
    field = one(page(editor, _share(shared)), ".newsroom-link input[readonly]")
    assert str(field["value"]).startswith("http://testserver/zh-hans/drafts/")
    assert "新标题" in main(Client(), str(field["value"]))
    link = DraftLink.objects.get()
    assert link.created_by is not None
    assert round((link.expires_at - timezone.now()) / datetime.timedelta(days=1)) == 7
    assert PageLogEntry.objects.filter(page=shared.pk, action="newsroom.draft_link.make").count() == 1


def test_three_days_are_offered_first(zh: Tree, editor: Client) -> None:
    chosen = one(page(editor, _share(article(zh.news))), "select[name=days] option[selected]")
    assert chosen["value"] == "3"


@pytest.mark.parametrize("days", ["", "0", "-1", "2", "365", "三", "\x00"])
def test_another_number_of_days_is_refused_with_a_sentence(zh: Tree, editor: Client, days: str) -> None:
    response = editor.post(_share(article(zh.news)), {"days": days})
    assert response.status_code == 200
    assert one(BeautifulSoup(response.content, "html.parser"), ".error-message")
    assert not DraftLink.objects.exists()


def test_a_revoked_link_is_listed_without_its_address(zh: Tree, editor: Client) -> None:
    link = _link(article(zh.news))
    editor.post(reverse("newsroom_revoke_draft_link", args=[link.page_id, link.pk]))
    assert Client().get(link.address).status_code == 410
    listed = one(page(editor, _share(link.page)), ".newsroom-link")
    assert "Revoked" in words(listed)
    assert listed.select("input, form") == []


def test_a_link_is_revoked_through_its_own_page_only(zh: Tree, editor: Client) -> None:
    link, other = _link(article(zh.news)), article(zh.news, "别的")
    address = reverse("newsroom_revoke_draft_link", args=[other.pk, link.pk])
    assert editor.post(address, follow=True).status_code == 404
    link.refresh_from_db()
    assert link.is_open


def test_revoking_needs_a_form(zh: Tree, editor: Client) -> None:
    link = _link(article(zh.news))
    assert editor.get(reverse("newsroom_revoke_draft_link", args=[link.page_id, link.pk])).status_code == 405


def test_only_those_who_may_edit_the_page_share_and_revoke(zh: Tree) -> None:
    mine, others = article(zh.news), contact_page(zh.home)
    client = browser(person("writer", zh.news, "add", "change"))
    assert client.get(_share(mine)).status_code == 200
    assert client.get(_share(others)).status_code == 302
    client.post(_share(others), {"days": "3"})
    assert not DraftLink.objects.exists()
    link = _link(others)
    client.post(reverse("newsroom_revoke_draft_link", args=[others.pk, link.pk]))
    link.refresh_from_db()
    assert link.is_open


def test_a_stranger_is_asked_to_log_in(zh: Tree, client: Client) -> None:
    assert client.get(_share(article(zh.news)))["Location"].startswith(reverse("wagtailadmin_login"))


def test_a_placeholder_and_the_root_have_no_draft_to_share(zh: Tree, en: Tree, editor: Client) -> None:
    placeholder = article(zh.news).copy_for_translation(en.locale, alias=True)
    for shared in (placeholder, Page.get_first_root_node()):
        assert editor.get(_share(shared)).status_code == 302


def test_a_page_that_is_not_there_is_not_found(zh: Tree, editor: Client) -> None:
    address = reverse("newsroom_share_draft", args=[999_999])
    assert editor.get(address, follow=True).status_code == 404


def test_the_editor_of_a_page_leads_to_its_links(zh: Tree, editor: Client) -> None:
    shared = article(zh.news)
    soup = page(editor, reverse("wagtailadmin_pages:edit", args=[shared.pk]))
    assert soup.select(f'a[href="{_share(shared)}"]') != []
    listing = page(editor, reverse("wagtailadmin_explore", args=[zh.news.pk]))
    assert listing.select(f'a[href="{_share(shared)}"]') != []


def test_sharing_a_private_page_is_warned_of_and_works(zh: Tree, editor: Client) -> None:
    shared = article(zh.news, "内部")
    assert page(editor, _share(shared)).select(".help-warning") == []
    PageViewRestriction.objects.create(page=zh.news, restriction_type="login")
    assert page(editor, _share(shared)).select(".help-warning") != []
    assert "内部" in main(Client(), _link(shared).address)


def test_many_links_cost_no_more_queries_and_a_bounded_list(
    zh: Tree, editor: Client, django_assert_max_num_queries: Any
) -> None:
    shared = article(zh.news)
    maker = person("maker")
    for _number in range(40):
        _link(shared, created_by=maker)
    editor.get(_share(shared))
    with django_assert_max_num_queries(20):
        assert len(page(editor, _share(shared)).select(".newsroom-link")) == 30


def test_the_page_of_the_links_speaks_chinese_and_holds_no_inline_script_or_style(
    zh: Tree, editor: Client
) -> None:
    link = _link(article(zh.news), created_by=person("maker"))
    speak("administrator", "zh-hans")
    soup = page(editor, _share(link.page))
    assert str(one(soup, "html")["lang"]).lower() == "zh-hans"
    assert one(soup, "main").select("style, [style], [onclick], script:not([src]):not([type])") == []


def test_links_are_forgotten_thirty_days_after_they_ran_out(zh: Tree, capsys: Any) -> None:
    shared = article(zh.news)
    kept = [_link(shared), _link(shared, days=-29), _link(shared, days=1, revoked_at=timezone.now())]
    _link(shared, days=-31)
    _link(shared, days=-31, revoked_at=timezone.now())
    call_command("forget_draft_links")
    assert re.match(r"2 ", capsys.readouterr().out)
    assert set(DraftLink.objects.all()) == set(kept)
