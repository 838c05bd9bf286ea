"""What is made in the background: the sizes of a page's pictures, and the picture of its headline."""

from django_tasks import task
from wagtail.models import Page

from designcity.images import DesignImage
from designcity.pages import BasePage
from designcity.pictures import making, sharing

LATER = -10
"""The priority of what nobody waits for: what an editor has saved is to be found before pictures are drawn."""


@task(priority=LATER)
def make_pictures(page_id: int) -> int:
    """Make what the page and its draft lack; return how many pictures were made."""
    page = _page(page_id)
    if page is None:
        return 0
    # The page does not name its latest revision yet while that is being saved.
    latest = page.revisions.order_by("-created_at", "-pk").first()
    shown = [page, latest.as_object()] if latest else [page]
    return sum(making.make(making.wanted_by(one)) for one in shown)


@task(priority=LATER)
def make_pictures_of_image(image_id: int) -> int:
    """Make anew what pages show of an image whose file or focal point was changed."""
    image = DesignImage.objects.filter(pk=image_id).first()
    if image is None:
        return 0
    return sum(making.make(making.wanted_by(page)) for page in making.pages_showing(image))


@task(priority=LATER)
def draw_share_picture(page_id: int) -> bool:
    """Draw the picture of a page's headline if it changed; return whether a new one was drawn."""
    page = _page(page_id)
    return page is not None and page.live and sharing.draw(page)


def _page(page_id: int) -> BasePage | None:
    page = Page.objects.filter(pk=page_id).specific().first()
    return page if isinstance(page, BasePage) else None
