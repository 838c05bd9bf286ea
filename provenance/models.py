"""The models of provenance; each lives in the room of its subject."""

from provenance.overrides.models import Override
from provenance.requests.correspondence import RequestFile, RequestMessage, RequestNote
from provenance.requests.history import RequestEvent
from provenance.requests.mails import RequestMail
from provenance.requests.models import RemovalRequest
from provenance.requests.numbers import RequestYear
from provenance.running_out.models import WeeklyMail
from provenance.sources.models import Source
from provenance.takedowns.models import KeptRow, Takedown, TakenDownPage, UnwantedFile

__all__ = [
    "KeptRow",
    "Override",
    "RemovalRequest",
    "RequestEvent",
    "RequestFile",
    "RequestMail",
    "RequestMessage",
    "RequestNote",
    "RequestYear",
    "Source",
    "Takedown",
    "TakenDownPage",
    "UnwantedFile",
    "WeeklyMail",
]
