"""The newsroom's models; each lives in the file of its subject."""

from newsroom.bundles.models import Bundle, BundlePage, BundleState
from newsroom.notices.notice import Notice
from newsroom.publishing.models import ScheduleFailure
from newsroom.roles.models import Role, RoleKey, TranslatorsRight
from newsroom.sharing.links import DraftLink

__all__ = [
    "Bundle",
    "BundlePage",
    "BundleState",
    "DraftLink",
    "Notice",
    "Role",
    "RoleKey",
    "ScheduleFailure",
    "TranslatorsRight",
]
