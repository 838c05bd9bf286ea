"""The models of import and export; each lives in the room of its subject."""

from exchange.intakes.models import Intake, IntakeKind

__all__ = ["Intake", "IntakeKind"]
