"""A contact form, filled in as a person would."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import signing

from designcity.spam import SALT
from home.models import ContactPage
from tests.conftest import Tree
from tests.factories import contact_page

Token = Callable[[float], str]


@pytest.fixture
def contact(zh: Tree) -> ContactPage:
    """A contact page that asks for consent and announces its messages."""
    return contact_page(
        zh.home,
        consent_text="我同意处理我的信息。",
        to_address="office@example.org",
        from_address="website@example.org",
        subject="网站留言",
        thanks="<p>多谢来信。</p>",
    )


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> Token:
    """Return what a form carries that was shown `seconds` ago."""

    def shown(seconds: float) -> str:
        then = time.time() - seconds
        with monkeypatch.context() as past:
            past.setattr(signing, "time", SimpleNamespace(time=lambda: then))
            return signing.dumps("shown", salt=SALT)

    return shown


@pytest.fixture
def filled(token: Token) -> dict[str, Any]:
    """What a person sends half a minute after the form was shown."""
    return {
        "shown_at": token(30),
        "homepage_url": "",
        "name": "赵敏",
        "email": "zhao@example.org",
        "message": "想了解设计之都。",
        "consent": "on",
    }
