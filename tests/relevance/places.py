"""Where the demo's pages stand, under which more are put."""

from wagtail.models import Page

from campaigns.models import CampaignIndexPage
from institutions.models import DirectoryPage
from news.models import NewsIndexPage

Places = dict[str, dict[str, Page]]
"""The index pages by kind of page and language."""

_MODELS: dict[str, type[Page]] = {
    "news": NewsIndexPage,
    "institution": DirectoryPage,
    "campaign": CampaignIndexPage,
}


def find_places() -> Places:
    """Return the index pages of the loaded demo."""
    return {
        kind: {page.locale.language_code: page for page in model.objects.select_related("locale")}
        for kind, model in _MODELS.items()
    }
