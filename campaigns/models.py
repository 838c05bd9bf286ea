"""The campaigns' models; each lives in the file of its subject."""

from campaigns.campaign import CampaignAction, CampaignFacility, CampaignInstitution, CampaignPage
from campaigns.index import CampaignIndexPage
from campaigns.milestones import MilestonesPage
from campaigns.plan import Action, Facility

__all__ = [
    "Action",
    "CampaignAction",
    "CampaignFacility",
    "CampaignIndexPage",
    "CampaignInstitution",
    "CampaignPage",
    "Facility",
    "MilestonesPage",
]
