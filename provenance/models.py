"""The models of provenance; each lives in the room of its subject."""

from provenance.overrides.models import Override
from provenance.sources.models import Source

__all__ = ["Override", "Source"]
