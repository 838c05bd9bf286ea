"""The index of publications."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from designcity.yearly import YearlyIndexPage
from publications.publication import PublicationPage


class PublicationIndexPage(YearlyIndexPage):
    """The list of all publications under it, by year."""

    listed = PublicationPage
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["publications.PublicationPage"]
    max_count_per_parent = 1
    template = "publications/publication_index_page.html"
    page_description = _("The list of all publications, by year.")

    class Meta:
        verbose_name = _("publication index")
        verbose_name_plural = _("publication indexes")
