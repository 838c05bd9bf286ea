"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from designcity.pages import current_locale
from designcity.site_texts import SiteTexts


def site(request: HttpRequest) -> dict[str, Any]:
    """Offer the site's texts in the reader's language; no query until a template asks for them."""
    return {"texts": SimpleLazyObject(_texts), "SITE_URL": settings.SITE_URL}


def _texts() -> SiteTexts:
    return SiteTexts.objects.for_locale(current_locale()).first() or SiteTexts(
        site_name=str(settings.WAGTAIL_SITE_NAME)
    )
