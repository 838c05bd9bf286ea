"""Addresses that nobody can make up: what is stored is a key, what opens is the key signed by the site.

So whoever gets hold of the database alone, such as a backup, has no address that opens.
"""

import base64
import uuid

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SECRET = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
"""What keeps a secret address, and what it shows, from going anywhere."""


def signed(key: uuid.UUID, salt: str) -> str:
    """Return the secret of a key, for the rooms that have the same salt."""
    return _signer(salt).sign(base64.urlsafe_b64encode(key.bytes).decode().rstrip("="))


def unsigned(token: str, salt: str) -> uuid.UUID | None:
    """Return the key that a secret holds, or None where the site never gave it out; asks no database."""
    try:
        key = _signer(salt).unsign(token)
    except BadSignature:
        return None
    return uuid.UUID(bytes=base64.urlsafe_b64decode(f"{key}=="))


def kept_secret(response: HttpResponse) -> HttpResponse:
    """Return an answer with the headers that keep it and its address from going anywhere."""
    for name, value in SECRET.items():
        response[name] = value
    return response


def closed(request: HttpRequest, heading: str, words: str, status: int) -> HttpResponse:
    """Answer at an address that opens nothing, or nothing any more."""
    return render(request, "closed.html", {"heading": heading, "words": words, "status": status}, status=status)


def _signer(salt: str) -> Signer:
    # Read the key for each use: a signer kept for longer would outlive a change of the settings.
    return Signer(salt=salt, sep=".")
