"""The models of import and export; each lives in the room of its subject."""

from exchange.intakes.models import Intake, IntakeKind
from exchange.sites.models import Imported

__all__ = ["Imported", "Intake", "IntakeKind"]
