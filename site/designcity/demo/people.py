"""The demo's accounts, each in a role of the newsroom."""

import json
import os
import secrets
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from wagtail.users.models import UserProfile

from designcity.demo.errors import DemoError

VARIABLE = "DEMO_PASSWORDS"


def load(data: dict[str, Any]) -> tuple[dict[str, User], dict[str, str]]:
    """Return the accounts by name, made if missing, and the new passwords nobody was told yet."""
    given = _given_passwords()
    people, told = {}, {}
    for row in data["account"]:
        user, password = _account(row, given)
        people[row["username"]] = user
        if password and row["username"] not in given:
            told[row["username"]] = password
    return people, told


def _given_passwords() -> dict[str, str]:
    text = os.environ.get(VARIABLE, "")
    try:
        given = json.loads(text or "{}")
    except json.JSONDecodeError as error:
        raise DemoError(f"{VARIABLE} is not JSON: {error}.") from error
    if not isinstance(given, dict) or not all(isinstance(one, str) and one for one in given.values()):
        raise DemoError(f"{VARIABLE} must be a JSON object of account names and passwords.")
    return given


def _account(row: dict[str, Any], given: dict[str, str]) -> tuple[User, str]:
    """Return the account and its password if it is new; one that exists stays as it is."""
    users = get_user_model().objects
    existing = users.filter(username=row["username"]).first()
    if existing is not None:
        return existing, ""
    password = given.get(row["username"]) or secrets.token_urlsafe(12)
    make = users.create_superuser if row.get("superuser") else users.create_user
    user = make(row["username"], row["email"], password, first_name=row["name"])
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = row["language"]
    profile.save()
    _put_into_role(user, row)
    return user, password


def _put_into_role(user: User, row: dict[str, Any]) -> None:
    """Let a new account do the duty that the site has for it."""
    duty = {"key": row["role"], "language_code": row.get("translates_into", "")}
    role = apps.get_model("newsroom.Role").objects.filter(**duty).first()
    if role is None:
        raise DemoError(
            f"people.toml gives {row['username']} the role {row['role']}, which this site does not have: "
            "set LANGUAGES_OFFERED=zh-hans,en, migrate and try again."
        )
    role.group.user_set.add(user)
