"""The address proposed from a headline: readable, and not yet taken beside the page."""

from wagtail.models import Page

from designcity import pinyin
from designcity.addresses import readable_slug


def proposed(title: str, parent: Page, page: Page) -> str:
    """Return an address for a page with this title under `parent`; empty without a title. Two queries."""
    if not title.strip():
        return ""
    base = readable_slug(title, phrases=pinyin.phrases())
    siblings = parent.get_children().filter(slug__startswith=base).exclude(pk=page.pk)
    taken = set(siblings.values_list("slug", flat=True))
    free = (slug for number in range(2, len(taken) + 3) if (slug := f"{base}-{number}") not in taken)
    return base if base not in taken else next(free)
