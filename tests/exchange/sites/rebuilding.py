"""A site whose pages and records are removed, so that it can be built anew."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from designcity.images import DesignImage
from designcity.site_texts import SiteTexts
from exchange.models import Imported
from exchange.sites.form.keys import record_types
from newsroom.models import Notice


def emptied() -> None:
    """Remove all content; languages and accounts stay."""
    models: list[Any] = [Notice, Redirect, SiteTexts, Imported, Site]
    for model in models:
        model.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.specific.delete()
    DesignImage.objects.all().delete()
    get_document_model().objects.all().delete()
    for model in record_types().values():
        model._default_manager.all().delete()
