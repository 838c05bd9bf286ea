"""What templates of other subjects show of the news."""

from django import template
from wagtail.models import Page

from news.articles import ArticlePage

register = template.Library()


@register.simple_tag
def articles_naming(page: Page, count: int = 6) -> list[ArticlePage]:
    """Return the newest `count` articles that name an institution or campaign, in the language of that page."""
    return list(ArticlePage.objects.readable().naming(page).newest_first().for_cards()[:count])
