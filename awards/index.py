"""The index of awards."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from awards.award import AwardPage
from designcity.yearly import YearlyIndexPage


class AwardIndexPage(YearlyIndexPage):
    """The list of all awards under it, by year."""

    listed = AwardPage
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["awards.AwardPage"]
    max_count_per_parent = 1
    template = "awards/award_index_page.html"
    page_description = _("The list of all awards, by year.")

    class Meta:
        verbose_name = _("award index")
        verbose_name_plural = _("award indexes")
