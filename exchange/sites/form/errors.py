"""What is said of an item that cannot be taken."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Unreadable(Exception):
    """A file cannot be read at all, or not from here on; the message says why."""


def in_one_sentence(error: ValidationError) -> str:
    """Return what a check says, with the names of the fields that it concerns."""
    if hasattr(error, "error_dict"):
        parts = [f"{name}: {_flat(errors)}" for name, errors in error.error_dict.items()]
        return "; ".join(parts)
    return _flat([error])


def _flat(errors: list[Any]) -> str:
    return " ".join(_one(error) for error in errors)


def _one(error: Any) -> str:
    """Return the words of an error; those inside blocks go by the place of the block."""
    inside = getattr(error, "block_errors", None)
    if isinstance(inside, dict):
        return ", ".join(
            _("block %(place)s: %(error)s") % {"place": _place(name), "error": _one(one)}
            for name, one in inside.items()
        )
    if isinstance(inside, list):
        return ", ".join(_one(one) for one in inside if one is not None)
    return " ".join(str(message) for message in getattr(error, "messages", [error]))


def _place(name: Any) -> str:
    return str(name + 1) if isinstance(name, int) else str(name)
