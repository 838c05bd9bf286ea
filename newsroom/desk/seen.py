"""Which pages of the tree an editor sees and may edit, and which bundles."""

from typing import Any

from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry

from newsroom.bundles.models import Bundle

SEEING = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}


def works_with_pages(user: Any) -> bool:
    """Whether the user has anything to do with pages."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, SEEING))


def pages_seen_by(user: Any) -> Any:
    """Return the pages that the user finds in the list of pages, below those that only lead there."""
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, SEEING)


def pages_edited_by(user: Any) -> Any:
    """Return the pages that the user may edit."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


def bundles_seen_by(user: Any) -> Any:
    """Return the bundles whose overview the user may open: all, or none."""
    policy = ModelPermissionPolicy(Bundle)
    sees = policy.user_has_any_permission(user, ["add", "change", "delete", "view"])
    return Bundle.objects.all() if sees else Bundle.objects.none()
