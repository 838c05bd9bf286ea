"""What Wagtail's redirects for changed addresses lack: one that leads to itself is taken away.

A page that gets back an address which it had before stands there itself; its redirect would send readers round
and round as soon as the page is taken down.
"""

from typing import Any

from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move


@receiver(page_slug_changed)
@receiver(post_page_move)
def drop_what_leads_to_itself(instance: Page, **kwargs: Any) -> None:
    """Look through the redirects to a page and those below it, which have new addresses."""
    pages = instance.get_descendants(inclusive=True)
    found = Redirect.objects.filter(automatically_created=True, redirect_page__in=pages)
    circular = [one.pk for one in found.select_related("redirect_page") if _leads_to_itself(one)]
    Redirect.objects.filter(pk__in=circular).delete()


def _leads_to_itself(redirect: Redirect) -> bool:
    parts = redirect.redirect_page.get_url_parts()
    if parts is None:
        return False
    route = redirect.redirect_page_route_path.strip("/")
    path = f"{parts[2].rstrip('/')}/{route}"
    return bool(Redirect.normalise_path(path) == redirect.old_path)
