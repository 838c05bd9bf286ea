"""The desk: who comes there, what is listed, what the buttons do."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from designcity.times import today
from newsroom.models import RoleKey
from removals.models import RemovalRequest
from removals.requests import deciding, handling
from removals.requests.desk.actions import ACTIONS
from removals.requests.figures import figures
from removals.requests.kinds import State
from tests.conftest import Tree
from tests.factories import administrator, image
from tests.newsroom.people import browser, member, said
from tests.reading import main, one, page
from tests.removals.requests.claims import claim, pdf, sent

pytestmark = pytest.mark.django_db
LIST = "/admin/removal-requests/"


def _listed(client: Client, **query: str) -> list[str]:
    table = page(client, LIST, **query).select("table.listing tbody tr")
    return [" ".join(one(row, "td.title").get_text(" ").split()) for row in table]


def _address(name: str, asked: RemovalRequest) -> str:
    return reverse(f"removals_request_{name}", args=[asked.pk])


@pytest.mark.parametrize("key", [RoleKey.WRITER, RoleKey.EDITOR, RoleKey.PUBLISHER])
def test_everybody_else_is_refused_in_their_language(asked: RemovalRequest, key: RoleKey) -> None:
    other = browser(member(key))
    addresses = [LIST, f"{LIST}results/", f"{LIST}figures/", asked.desk_path, _address("grant", asked)]
    for address in addresses:
        response = other.get(address)
        assert response.status_code == 403
        assert "rights officers" in response.content.decode()
    for name in ACTIONS:
        assert other.post(_address(name, asked), {}).status_code == 403


@pytest.mark.parametrize("key", [RoleKey.RIGHTS_OFFICER, RoleKey.ADMINISTRATOR])
def test_officers_and_administrators_come_in(asked: RemovalRequest, key: RoleKey) -> None:
    client = browser(member(key))
    for address in (LIST, f"{LIST}results/", f"{LIST}figures/", asked.desk_path, _address("grant", asked)):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_desk_speaks_the_officers_language(asked: RemovalRequest, language: str) -> None:
    client = browser(member(RoleKey.RIGHTS_OFFICER, language=language))
    for address in (LIST, f"{LIST}figures/", asked.desk_path, _address("grant", asked)):
        assert f'lang="{language}"' in client.get(address).content.decode()[:400].lower()


def test_who_may_only_read_changes_nothing(asked: RemovalRequest) -> None:
    from tests.admin.desk import colleague

    reader = colleague("removals.view_removalrequest")
    assert "<textarea" not in reader.get(asked.desk_path).content.decode()
    assert reader.post(_address("note", asked), {"note-text": "x"}).status_code == 403


def test_what_is_to_be_done_comes_first(zh: Tree, desk: Client, officer: Any) -> None:
    done, later, soon = claim(), claim(), claim()
    handling.move(done, State.DECLINED, officer, "理由")
    RemovalRequest.objects.filter(pk=soon.pk).update(due_on=today())
    assert _listed(desk) == [soon.number, later.number, done.number]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "declined"}, ["declined"]),
        ({"deadline": "overdue"}, ["overdue"]),
        ({"deadline": "open"}, ["overdue", "mine", "english"]),
        ({"officer": "mine"}, ["mine"]),
        ({"officer": "nobodys"}, ["overdue", "english", "declined"]),
        ({"kind": "correction"}, ["english"]),
        ({"language": "en"}, ["english"]),
        ({"q": "Smith"}, ["english"]),
        ({"q": "-0001"}, ["declined"]),
        ({"state": "nonsense", "officer": "x", "deadline": "%", "language": "😀"}, None),
    ],
    ids=str,
)
def test_the_list_is_narrowed_and_searched(
    zh: Tree, desk: Client, officer: Any, query: dict[str, str], found: list[str] | None
) -> None:
    declined, overdue, mine = claim(), claim(), claim()
    english = claim(language="en", kind="correction", name="Smith")
    handling.move(declined, State.DECLINED, officer, "理由")
    handling.assign(mine, officer, officer)
    RemovalRequest.objects.filter(pk=overdue.pk).update(due_on=today() - datetime.timedelta(days=1))
    known = {"declined": declined, "overdue": overdue, "mine": mine, "english": english}
    listed = _listed(desk, **query)
    assert found is None or sorted(listed) == sorted(known[name].number for name in found)


def test_a_request_shows_its_claim_and_offers_what_may_follow(asked: RemovalRequest, desk: Client) -> None:
    html = main(desk, asked.desk_path)
    for words in (asked.number, asked.name, asked.email, asked.statement, asked.page_title):
        assert words in html
    states = [option["value"] for option in page(desk, asked.desk_path).select("[name=move-state] option")]
    assert states == ["in-review", "waiting", "declined"]


def test_claims_are_shown_as_text(zh: Tree, desk: Client) -> None:
    asked = claim(statement="<script>alert(1)</script>", name="<b>x</b>", page_title="<i>")
    for address in (LIST, asked.desk_path, "/admin/"):
        html = desk.get(address).content.decode()
        assert "<script>alert" not in html
        assert "<b>x</b>" not in html


@pytest.mark.parametrize(
    ("name", "data", "event"),
    [
        ("answer", {"answer-text": "您好。"}, "office-wrote"),
        ("note", {"note-text": "备注。"}, "noted"),
        ("deadline", {"deadline-day": "2099-01-01"}, "deadline"),
        ("move", {"move-state": "in-review"}, "state"),
        ("move", {"move-state": "declined", "move-words": "理由。"}, "state"),
    ],
)
def test_each_button_does_what_it_says_and_writes_the_history(
    asked: RemovalRequest, desk: Client, officer: Any, name: str, data: dict[str, str], event: str
) -> None:
    response = desk.post(_address(name, asked), data)
    assert response["Location"] == asked.desk_path
    assert asked.events.filter(what=event, by=officer.get_username()).exists()


def test_an_officer_takes_a_request(asked: RemovalRequest, desk: Client, officer: Any) -> None:
    desk.post(_address("assign", asked), {"assign-officer": str(officer.pk)})
    asked.refresh_from_db()
    assert asked.assigned_to == officer


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("answer", {"answer-text": " "}, ""),
        ("note", {"note-text": "a\x00b"}, ""),
        ("deadline", {"deadline-day": "tomorrow"}, ""),
        ("assign", {"assign-officer": "99999"}, ""),
        ("assign", {"assign-officer": "x\x00"}, ""),
        ("move", {"move-state": "declined"}, ""),
        ("move", {"move-state": "granted", "move-words": "写好的话"}, "写好的话"),
        ("move", {"move-state": "undone", "move-words": "写好的话"}, "写好的话"),
    ],
    ids=str,
)
def test_what_is_missing_is_said_and_nothing_is_lost_or_changed(
    asked: RemovalRequest, desk: Client, name: str, data: dict[str, str], kept: str
) -> None:
    before = asked.events.count()
    response = desk.post(_address(name, asked), data)
    html = response.content.decode()
    assert response.status_code == 200
    assert "error-message" in html
    assert kept in html
    assert asked.events.count() == before


def test_the_address_of_a_button_leads_back_to_the_request(asked: RemovalRequest, desk: Client) -> None:
    assert desk.get(_address("move", asked))["Location"] == asked.desk_path


def test_granting_asks_what_is_taken_down(
    zh: Tree, piece: Any, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Any] = []
    monkeypatch.setattr(deciding, "take_down", lambda *arguments: taken.append(arguments[1]))
    asked = claim(page=piece, page_title=piece.title, image=image())
    scopes = [str(one["value"]) for one in page(desk, _address("grant", asked)).select("[name=scope]")]
    assert scopes == ["page", "passage", "picture", "nothing"]
    response = desk.post(_address("grant", asked), {"scope": "page", "reason": "版权", "words": "已移除"})
    assert response["Location"] == asked.desk_path
    assert taken == ["page"]
    assert desk.get(_address("grant", asked))["Location"] == asked.desk_path


def test_without_a_page_nothing_can_be_taken_down(zh: Tree, desk: Client) -> None:
    scopes = page(desk, _address("grant", claim())).select("[name=scope]")
    assert [str(one["value"]) for one in scopes] == ["nothing"]


def test_what_cannot_be_taken_down_is_said_and_the_words_stay(
    asked: RemovalRequest, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(*arguments: Any) -> None:
        raise deciding.Impossible("页面上没有这句话。")

    monkeypatch.setattr(deciding, "take_down", impossible)
    sent_form = {"scope": "passage", "passage": "没有", "reason": "版权", "words": "写好的话"}
    html = desk.post(_address("grant", asked), sent_form).content.decode()
    assert "页面上没有这句话。" in html
    assert "写好的话" in html


def test_evidence_is_a_download_for_officers_alone_and_stands_in_the_history(
    zh: Tree, desk: Client, officer: Any
) -> None:
    asked = claim([sent("证明.pdf", pdf())])
    address = reverse("removals_request_file", args=[asked.pk, asked.files.get().pk])
    response = desk.get(address)
    assert response.getvalue() == pdf()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert asked.events.filter(what="downloaded", by=officer.get_username()).exists()
    assert browser(member(RoleKey.PUBLISHER)).get(address).status_code == 403
    other = reverse("removals_request_file", args=[claim().pk, asked.files.get().pk])
    assert desk.get(other, follow=True).status_code == 404


def test_a_file_that_is_gone_is_a_clear_answer(zh: Tree, desk: Client) -> None:
    asked = claim([sent("a.pdf", pdf())])
    file = asked.files.get()
    file.file.storage.delete(str(file.file.name))
    address = reverse("removals_request_file", args=[asked.pk, file.pk])
    assert desk.get(address).status_code == 410


def test_the_editors_home_shows_what_waits_for_an_officer(asked: RemovalRequest, desk: Client) -> None:
    section = one(page(desk, "/admin/"), "#removals_requests-section")
    assert asked.number in section.get_text()
    assert page(browser(member(RoleKey.EDITOR)), "/admin/").select("#removals_requests-section") == []


def test_a_request_of_somebody_else_waits_for_nobody_else(asked: RemovalRequest, desk: Client) -> None:
    handling.assign(asked, administrator(), None)
    assert asked.number not in one(page(desk, "/admin/"), "#removals_requests-section").get_text()


def test_the_menu_leads_officers_to_the_desk(asked: RemovalRequest, desk: Client) -> None:
    assert LIST in desk.get("/admin/").content.decode()
    assert LIST not in browser(member(RoleKey.WRITER)).get("/admin/").content.decode()


def test_figures_count_by_month_and_state_and_take_the_median(zh: Tree, desk: Client, officer: Any) -> None:
    now = timezone.now()
    for days in (1, 2, 9):
        asked = claim()
        handling.move(asked, State.DECLINED, officer, "理由")
        RemovalRequest.objects.filter(pk=asked.pk).update(
            received_at=now - datetime.timedelta(days=days), decided_at=now
        )
    claim()
    total = figures().total
    assert total is not None
    assert (total.number, total.by_state, total.days_to_decide) == (4, {"declined": 3, "new": 1}, 2)
    assert (
        "2" in BeautifulSoup(desk.get(f"{LIST}figures/").content.decode(), "html.parser").select("tfoot td")[-1]
    )


def test_figures_without_requests_are_a_sentence(zh: Tree, desk: Client) -> None:
    assert "No request has come yet." in main(desk, f"{LIST}figures/")


def test_many_requests_cost_the_list_no_more_queries(
    zh: Tree, desk: Client, officer: Any, django_assert_max_num_queries: Any
) -> None:
    handling.assign(claim(), officer, officer)
    desk.get(LIST)
    with django_assert_max_num_queries(60) as few:
        desk.get(LIST)
    number = len(few)
    for _ in range(8):
        handling.assign(claim(), officer, officer)
    with django_assert_max_num_queries(number):
        desk.get(LIST)


def test_what_an_officer_is_told_is_said_once(asked: RemovalRequest, desk: Client) -> None:
    assert len(said(desk.post(_address("note", asked), {"note-text": "备注"}))) == 1
