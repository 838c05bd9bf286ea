"""The models of the translators' desk; each lives in the room of its subject."""

from translating.files.models import Delivery
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.memory.models import Entry

__all__ = ["Delivery", "Entry", "GlossaryTerm", "GlossaryTranslation"]
