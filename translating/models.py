"""The models of the translators' desk; each lives in the room of its subject."""

from translating.assignments.models import Assignment
from translating.board.models import StatusChange, TranslationStatus
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.memory.models import Entry

__all__ = [
    "Assignment",
    "Entry",
    "GlossaryTerm",
    "GlossaryTranslation",
    "StatusChange",
    "TranslationStatus",
]
