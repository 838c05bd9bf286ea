"""The models of the translators' desk; each lives in the room of its subject."""

from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.machine.models import Job, Proposal
from translating.memory.models import Entry

__all__ = ["Entry", "GlossaryTerm", "GlossaryTranslation", "Job", "Proposal"]
