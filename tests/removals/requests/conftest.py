"""A claimant, an officer, and what they send each other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from designcity import spam
from newsroom.models import RoleKey
from removals.models import RemovalRequest
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import browser, member
from tests.removals.requests.claims import claim

Post = Callable[..., Any]


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form may be sent in the moment in which it was shown."""
    monkeypatch.setattr(spam, "SHORTEST_SECONDS", -1)


@pytest.fixture(autouse=True)
def _limits(settings: Settings) -> None:
    """The terms that the README promises, whatever the environment says."""
    settings.REQUEST_DEADLINE_DAYS, settings.REQUEST_KEPT_DAYS = 7, 365


@pytest.fixture
def post(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Post:
    """Send a form, and let what waits for the commit happen."""

    def send(client: Client, address: str, data: dict[str, Any], **more: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, data, **more)

    return send


@pytest.fixture
def filled() -> dict[str, Any]:
    """What a claimant fills in, on a form that was shown to nobody else."""
    return {
        "shown_at": signing.dumps("a form", salt=spam.SALT),
        "homepage_url": "",
        "kind": "removal",
        "address": "https://example.org/zh-hans/news/",
        "passage": "第二段",
        "right": "copyright",
        "statement": "文章是我写的，未经同意转载。",
        "standing": "own",
        "owner": "",
        "name": "赵敏",
        "organisation": "",
        "email": "zhao@example.org",
        "phone": "",
        "consent": "on",
    }


@pytest.fixture
def piece(zh: Tree) -> Any:
    """An article that somebody may object to."""
    return article(zh.news, "转载的文章")


@pytest.fixture
def officer(zh: Tree) -> Any:
    """A rights officer who reads English."""
    return member(RoleKey.RIGHTS_OFFICER)


@pytest.fixture
def desk(officer: Any) -> Client:
    """The officer's browser."""
    return browser(officer)


@pytest.fixture
def asked(piece: Any) -> RemovalRequest:
    """A request about the article that has just come in."""
    return claim(page=piece, page_title=piece.title)
