"""The home app's models; each lives in the file of its subject."""

from home.announcing import ContactMail
from home.contact import ContactField, ContactPage
from home.pages import HomePage, StandardPage

__all__ = ["ContactField", "ContactMail", "ContactPage", "HomePage", "StandardPage"]
