"""What import and export add to the editors' interface; each room registers its own."""

import exchange.intakes.hooks
import exchange.word.hooks  # noqa: F401  (registering is the import's effect)
