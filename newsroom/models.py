"""The newsroom's models; each lives in the file of its subject."""

from newsroom.notices.notice import Notice
from newsroom.sharing.links import DraftLink

__all__ = ["DraftLink", "Notice"]
