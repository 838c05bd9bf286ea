"""The secret in the address of a shared draft."""

import uuid

from designcity import secret_links

SALT = "newsroom.sharing"


def token_of(key: uuid.UUID) -> str:
    """Return the secret of a link."""
    return secret_links.signed(key, SALT)


def key_of(token: str) -> uuid.UUID | None:
    """Return the key that a secret holds, or None where the site never gave it out; asks no database."""
    return secret_links.unsigned(token, SALT)
