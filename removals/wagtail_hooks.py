"""What removals add to the editors' interface."""

import removals.requests.desk.hooks
import removals.takedowns.hooks  # noqa: F401  (registering is the import's effect)
