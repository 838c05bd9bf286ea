"""What a new article starts with, so that its form asks for little."""

from typing import Any

from wagtail.models import Page

from news.articles import ArticlePage
from news.index import NewsIndexPage
from news.terms import Category


def prefill(sender: Any, page: Page, parent: Page, **kwargs: Any) -> None:
    """Give a new article the category of its section, and as its editor whoever opens the form."""
    if not isinstance(page, ArticlePage):
        return
    if isinstance(parent, NewsIndexPage):
        page.category = category_of(parent)
    page.editor = page.owner.get_full_name() if page.owner else ""


def category_of(section: NewsIndexPage) -> Category | None:
    """Return the category of new articles in the section's own language."""
    chosen = section.default_category
    if chosen is None or chosen.locale_id == section.locale_id:
        return chosen
    same = Category.objects.in_locale(section.locale).filter(translation_key=chosen.translation_key)
    return same.first()
