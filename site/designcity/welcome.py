"""The page that a new Wagtail begins with."""

from wagtail.models import Page, Site


def remove_welcome_page() -> None:
    """Remove the page that a new Wagtail begins with, and the site that shows it."""
    for page in Page.objects.filter(depth=2, numchild=0):
        if page.specific_class is Page:
            Site.objects.filter(root_page=page).delete()
            page.delete()
