"""What the newsroom adds to the editors' interface; each room registers its own."""

import newsroom.bundles.hooks
import newsroom.checks.hooks
import newsroom.desk.hooks
import newsroom.guide.hooks
import newsroom.keeping.hooks
import newsroom.notices.hooks
import newsroom.previews.hooks
import newsroom.proposals.hooks
import newsroom.publishing.hooks
import newsroom.roles.hooks
import newsroom.sharing.hooks  # noqa: F401  (registering is the import's effect)
