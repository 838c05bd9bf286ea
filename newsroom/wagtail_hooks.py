"""What the newsroom adds to the editors' interface; each room registers its own."""

import newsroom.keeping.hooks  # noqa: F401  (registering is the import's effect)
