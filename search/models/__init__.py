"""What the search keeps in the database; each model lives in the file of its subject."""

from search.models.attachments import DocumentText
from search.models.entries import Entry
from search.models.log import MissedSearch, SearchCount
from search.models.rebuilds import LastRebuild, Rebuild
from search.models.updates import PendingUpdate, Withdrawal
from search.models.vocabulary import PromotedResult, SynonymGroup

__all__ = [
    "DocumentText",
    "Entry",
    "LastRebuild",
    "MissedSearch",
    "PendingUpdate",
    "PromotedResult",
    "Rebuild",
    "SearchCount",
    "SynonymGroup",
    "Withdrawal",
]
