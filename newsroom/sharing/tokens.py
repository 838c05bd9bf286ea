"""The secret in the address of a shared draft."""

import base64
import uuid

from django.core.signing import BadSignature, Signer

SALT = "newsroom.sharing"


def token_of(key: uuid.UUID) -> str:
    """Return the secret of a link: its key, signed by the site, so that nobody can make one up."""
    return _signer().sign(base64.urlsafe_b64encode(key.bytes).decode().rstrip("="))


def key_of(token: str) -> uuid.UUID | None:
    """Return the key that a secret holds, or None where the site never gave it out; asks no database."""
    try:
        signed = _signer().unsign(token)
    except BadSignature:
        return None
    return uuid.UUID(bytes=base64.urlsafe_b64decode(f"{signed}=="))


def _signer() -> Signer:
    # Read the key for each use: a signer kept for longer would outlive a change of the settings.
    return Signer(salt=SALT, sep=".")
