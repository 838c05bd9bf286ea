"""What the rooms of the newsroom register with Wagtail."""

import newsroom.checks.hooks
import newsroom.previews.hooks
import newsroom.proposals.hooks  # noqa: F401
