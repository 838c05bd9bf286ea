from newsroom.bundles import hooks as bundles  # noqa: F401  (registering is the import's effect)
from newsroom.publishing import hooks as publishing  # noqa: F401  (registering is the import's effect)
