"""The publications' models; each lives in the file of its subject."""

from publications.first_page import FirstPage
from publications.index import PublicationIndexPage
from publications.publication import PublicationCampaign, PublicationInstitution, PublicationPage

__all__ = [
    "FirstPage",
    "PublicationCampaign",
    "PublicationIndexPage",
    "PublicationInstitution",
    "PublicationPage",
]
