"""The key of a form: it says which arrivals come from one and the same form."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core import signing
from django.http import HttpRequest

FIELD = "keeping"
DAYS = 30
"""How long a key holds, and so how long a browser keeps what was not saved."""

SALT = "newsroom.keeping"


def issue(user: AbstractBaseUser | AnonymousUser) -> str:
    """Return a key for a form that is being shown to `user`; signed, so that nobody can make up another's."""
    return signing.dumps([user.pk, str(uuid.uuid4())], salt=SALT)


def shown(request: HttpRequest) -> str:
    """Return the key of the form that is being shown: one that was refused keeps the key it came with."""
    return sent(request) or issue(request.user)


def sent(request: HttpRequest) -> str:
    """Return the key that came with the form, as it was issued; empty when none of this account's came."""
    return request.POST.get(FIELD, "") if read(request) else ""


def read(request: HttpRequest) -> uuid.UUID | None:
    """Return what the key of the form that came names, None when it is not of this account."""
    try:
        owner, key = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=DAYS * 24 * 60 * 60)
        return uuid.UUID(key) if owner == request.user.pk else None
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
