"""The models of the translators' desk; each lives in the room of its subject."""

from translating.assignments.models import Assignment
from translating.board.models import StatusChange, TranslationStatus
from translating.comments.mails import CommentMail
from translating.comments.models import Comment
from translating.files.models import Delivery
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.machine.models import Job, Proposal
from translating.memory.models import Entry
from translating.sections.models import JobPage, SectionJob

__all__ = [
    "Assignment",
    "Comment",
    "CommentMail",
    "Delivery",
    "Entry",
    "GlossaryTerm",
    "GlossaryTranslation",
    "Job",
    "JobPage",
    "Proposal",
    "SectionJob",
    "StatusChange",
    "TranslationStatus",
]
