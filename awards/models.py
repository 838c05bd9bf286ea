"""The awards' models; each lives in the file of its subject."""

from awards.award import AwardCampaign, AwardGiver, AwardPage
from awards.index import AwardIndexPage
from awards.work import Work

__all__ = ["AwardCampaign", "AwardGiver", "AwardIndexPage", "AwardPage", "Work"]
