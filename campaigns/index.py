"""The list of campaigns."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from campaigns.campaign import CampaignPage, CampaignQuerySet
from designcity.pages import BasePage
from designcity.pagination import paginated


class CampaignIndexPage(BasePage):
    """The list of all campaigns under it."""

    PER_PAGE = 12
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["campaigns.CampaignPage"]
    max_count_per_parent = 1
    template = "campaigns/campaign_index_page.html"
    page_description = _("The list of all campaigns.")

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels]

    class Meta:
        verbose_name = _("campaign index")
        verbose_name_plural = _("campaign indexes")

    def campaigns(self) -> CampaignQuerySet:
        """Return the readable campaigns under this index, the latest first."""
        return CampaignPage.objects.child_of(self).readable().latest_first().for_cards()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"campaigns": paginated(request, self.campaigns(), self.PER_PAGE)}
