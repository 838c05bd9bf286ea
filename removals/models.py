"""The models of removals; each lives in the room of its subject."""

from removals.requests.correspondence import RequestFile, RequestMessage, RequestNote
from removals.requests.history import RequestEvent
from removals.requests.mails import RequestMail
from removals.requests.models import RemovalRequest
from removals.requests.numbers import RequestYear
from removals.takedowns.models import KeptRow, Takedown, TakenDownPage, UnwantedFile

__all__ = [
    "KeptRow",
    "RemovalRequest",
    "RequestEvent",
    "RequestFile",
    "RequestMail",
    "RequestMessage",
    "RequestNote",
    "RequestYear",
    "Takedown",
    "TakenDownPage",
    "UnwantedFile",
]
