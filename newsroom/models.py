"""The newsroom's models; each lives in the file of its subject."""

from newsroom.bundles.models import Bundle, BundlePage, BundleState
from newsroom.publishing.models import ScheduleFailure
from newsroom.roles.models import Role, RoleKey

__all__ = ["Bundle", "BundlePage", "BundleState", "Role", "RoleKey", "ScheduleFailure"]
