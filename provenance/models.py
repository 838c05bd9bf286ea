"""The models of provenance; each lives in the room of its subject."""

from provenance.overrides.models import Override
from provenance.running_out.models import WeeklyMail
from provenance.sources.models import Source
from provenance.takedowns.models import KeptRow, Takedown, TakenDownPage, UnwantedFile

__all__ = ["KeptRow", "Override", "Source", "Takedown", "TakenDownPage", "UnwantedFile", "WeeklyMail"]
