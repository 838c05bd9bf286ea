"""The models of the translators' desk; each lives in the room of its subject."""

from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.memory.models import Entry
from translating.sections.models import JobPage, SectionJob

__all__ = ["Entry", "GlossaryTerm", "GlossaryTranslation", "JobPage", "SectionJob"]
