"""The models of provenance; each lives in the room of its subject."""

from provenance.sources.models import Source
from provenance.takedowns.models import KeptRow, Takedown, TakenDownPage, UnwantedFile

__all__ = ["KeptRow", "Source", "Takedown", "TakenDownPage", "UnwantedFile"]
