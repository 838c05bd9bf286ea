"""The models of events and calls; each lives in the file of its subject."""

from events.call import CallCampaign, CallInstitution, CallPage
from events.call_index import CallIndexPage
from events.event import EventCampaign, EventInstitution, EventPage
from events.event_index import EventIndexPage

__all__ = [
    "CallCampaign",
    "CallIndexPage",
    "CallInstitution",
    "CallPage",
    "EventCampaign",
    "EventIndexPage",
    "EventInstitution",
    "EventPage",
]
