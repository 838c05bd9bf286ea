"""Nobody edits or deletes the history: neither through the models nor on the server."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from removals.models import RemovalRequest, RequestEvent
from removals.requests import handling
from removals.requests.history import What, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(asked: RemovalRequest) -> RequestEvent:
    return asked.events.get()


def test_the_models_refuse(event: RequestEvent) -> None:
    event.after = "changed"
    for attempt in (
        event.save,
        event.delete,
        RequestEvent.objects.all().delete,
        lambda: RequestEvent.objects.update(after="changed"),
        lambda: RequestEvent.objects.bulk_update([event], ["after"]),
    ):
        with pytest.raises(TypeError):
            attempt()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE removals_requestevent SET after = 'changed'",
        "UPDATE removals_requestevent SET by = ''",
        "DELETE FROM removals_requestevent",
        "DELETE FROM removals_removalrequest",
    ],
)
def test_the_server_refuses(event: RequestEvent, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        _run(statement)
    assert RequestEvent.objects.get() == event


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_it_outlives_the_account_of_an_officer(asked: RemovalRequest, officer: Any) -> None:
    handling.note(asked, "备注", officer)
    name = officer.get_username()
    officer.delete()
    assert asked.events.get(what=What.NOTED).by == name


def test_long_names_are_cut_and_not_refused(asked: RemovalRequest) -> None:
    assert len(write(asked, What.ASSIGNED, after="设" * 500).after) == 200
