"""The language in which somebody works in the editors' interface, and is written to."""

from typing import Any

from django.conf import settings
from wagtail.users.models import UserProfile


def working_language(user: Any) -> str:
    """Return the code of the language that a person has chosen, else that of the site; None is nobody."""
    profile = UserProfile.objects.filter(user=user).first() if user is not None else None
    return str((profile and profile.preferred_language) or settings.LANGUAGE_CODE)
