"""The models of provenance; each lives in the room of its subject."""

from provenance.overrides.models import Override
from provenance.running_out.models import WeeklyMail
from provenance.sources.models import Source

__all__ = ["Override", "Source", "WeeklyMail"]
