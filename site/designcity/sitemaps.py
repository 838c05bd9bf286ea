"""The sitemap: every page of every language that is written in it."""

from functools import reduce
from operator import or_
from typing import Any

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page


class LanguagesSitemap(Sitemap):
    """The pages below the home page of each language; Wagtail's own knows the source language's only."""

    def items(self) -> Any:
        """Return the live public pages without placeholders, which send readers to their originals."""
        homes = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        trees = [Page.objects.descendant_of(home, inclusive=True) for home in homes]
        pages = reduce(or_, trees).live().public().filter(alias_of__isnull=True)
        return pages.order_by("path").defer_streamfields().specific()
