"""What can be done with a request, by whom, and in which order."""

from typing import Any

import pytest
from django.core import mail

from provenance.report import pending
from removals.models import RemovalRequest, RequestYear
from removals.requests import deciding, handling
from removals.requests.kinds import NEXT, Scope, State
from removals.requests.numbers import next_number
from tests.conftest import Tree
from tests.factories import article
from tests.removals.requests.claims import claim

pytestmark = pytest.mark.django_db
STEPS = [(before, after) for before in State for after in State if after != State.GRANTED]


def _in_state(asked: RemovalRequest, state: State) -> RemovalRequest:
    RemovalRequest.objects.filter(pk=asked.pk).update(state=state)
    asked.refresh_from_db()
    return asked


def _happened(asked: RemovalRequest) -> list[str]:
    return list(asked.events.values_list("what", flat=True))


@pytest.fixture(autouse=True)
def _nothing_to_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "put_back", lambda *arguments: False)


@pytest.mark.parametrize(("before", "after"), STEPS, ids=str)
def test_only_the_states_that_may_follow_do(
    asked: RemovalRequest, officer: Any, before: State, after: State
) -> None:
    _in_state(asked, before)
    if after in NEXT[before]:
        handling.move(asked, after, officer, "因为")
    else:
        with pytest.raises(handling.Refused):
            handling.move(asked, after, officer, "因为")
    asked.refresh_from_db()
    assert asked.state == (after if after in NEXT[before] else before)


def test_a_decision_has_its_moment_and_a_reopened_request_has_none(asked: RemovalRequest, officer: Any) -> None:
    handling.move(asked, State.DECLINED, officer, "理由")
    asked.refresh_from_db()
    assert asked.decided_at is not None
    handling.move(asked, State.IN_REVIEW, officer)
    asked.refresh_from_db()
    assert asked.decided_at is None


@pytest.mark.parametrize("scope", [Scope.PAGE, Scope.PICTURE, Scope.PASSAGE])
def test_granting_takes_down_what_was_chosen(
    asked: RemovalRequest, officer: Any, monkeypatch: pytest.MonkeyPatch, scope: Scope
) -> None:
    taken: list[Any] = []
    monkeypatch.setattr(deciding, "take_down", lambda *arguments: taken.append(arguments[1:]))
    handling.grant(asked, scope, officer, "已移除。", "版权", "第二段", {"en": ""})
    asked.refresh_from_db()
    assert taken == [(scope, officer, "版权", "第二段", {"en": ""})]
    assert (asked.state, asked.scope) == (State.GRANTED, scope)
    assert "taken-down" in _happened(asked)


def test_a_correction_takes_nothing_down(asked: RemovalRequest, officer: Any) -> None:
    handling.grant(asked, Scope.NOTHING, officer, "已更正。")
    asked.refresh_from_db()
    assert asked.state == State.GRANTED
    assert "taken-down" not in _happened(asked)


def test_what_cannot_be_taken_down_leaves_the_request_as_it_was(
    asked: RemovalRequest, officer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(*arguments: Any) -> None:
        raise deciding.Impossible("文字不在页面上。")

    monkeypatch.setattr(deciding, "take_down", impossible)
    before = _happened(asked)
    with pytest.raises(handling.Refused, match="文字不在页面上"):
        handling.grant(asked, Scope.PASSAGE, officer, "", "版权", "没有的话")
    asked.refresh_from_db()
    assert (asked.state, asked.scope, _happened(asked)) == (State.NEW, "", before)
    assert mail.outbox == []


def test_assignment_and_deadline_are_in_the_history_and_the_same_again_is_not(
    asked: RemovalRequest, officer: Any
) -> None:
    for _ in range(2):
        handling.assign(asked, officer, officer)
        handling.set_deadline(asked, asked.due_on.replace(year=2099), officer)
    assert _happened(asked).count("assigned") == 1
    assert _happened(asked).count("deadline") == 1


def test_numbers_count_up_within_a_year(zh: Any) -> None:
    first, second = claim(), claim()
    assert first.number.partition("-")[2] == "0001"
    assert second.number.partition("-")[2] == "0002"
    RequestYear.objects.update(last=9999)
    assert next_number().partition("-")[2] == "10000"


def test_requests_are_never_deleted(asked: RemovalRequest) -> None:
    with pytest.raises(TypeError):
        asked.delete()
    with pytest.raises(TypeError):
        RemovalRequest.objects.all().delete()


def test_the_report_counts_what_is_not_decided_yet(zh: Tree) -> None:
    page = article(zh.news)
    for state in State:
        _in_state(claim(page=page), state)
    assert pending.counted([page.pk]) == {page.pk: 3}
