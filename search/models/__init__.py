"""What the search keeps in the database; each model lives in the file of its subject."""

from search.models.attachments import DocumentText
from search.models.entries import Entry
from search.models.log import MissedSearch, SearchCount
from search.models.updates import PendingUpdate, Rebuild, Withdrawal
from search.models.vocabulary import PromotedResult, SynonymGroup

__all__ = [
    "DocumentText",
    "Entry",
    "MissedSearch",
    "PendingUpdate",
    "PromotedResult",
    "Rebuild",
    "SearchCount",
    "SynonymGroup",
    "Withdrawal",
]
