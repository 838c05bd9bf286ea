"""Make every picture that the pages show, and draw every headline: once after an upgrade or an import."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from designcity.pages import BasePage
from designcity.pictures import making, sharing


class Command(BaseCommand):
    """Go through all live pages; what is there already is left as it is."""

    help = "Makes the pictures of all live pages, and draws their headlines; what exists is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many pages were looked at, how many pictures were made and how many headlines drawn."""
        pages = made = drawn = 0
        for page in Page.objects.live().filter(alias_of__isnull=True).specific().iterator(chunk_size=100):
            if isinstance(page, BasePage):
                pages += 1
                made += making.make(making.wanted_by(page))
                drawn += sharing.draw(page)
        self.stdout.write(f"{pages} pages: {made} pictures made, {drawn} headlines drawn.")
