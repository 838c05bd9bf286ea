"""Makers of pages and records for tests; each gives what the test doesn't care about."""

import datetime
from typing import Any

from wagtail.models import Page

from campaigns.models import CampaignPage
from institutions.models import InstitutionPage
from news.models import ArticlePage, Category


def article(parent: Page, title: str = "座谈会召开", **fields: Any) -> ArticlePage:
    """Return a published article under a news index."""
    return _published(parent, ArticlePage(title=title, **fields))


def institution(parent: Page, title: str = "示例设计图书馆", **fields: Any) -> InstitutionPage:
    """Return a published institution under a directory."""
    return _published(parent, InstitutionPage(title=title, **fields))


def campaign(parent: Page, title: str = "设计之都创建", **fields: Any) -> CampaignPage:
    """Return a published campaign under a campaign index; it began in 2026 unless said otherwise."""
    fields.setdefault("starts_on", datetime.date(2026, 1, 1))
    return _published(parent, CampaignPage(title=title, **fields))


def category(name: str, **fields: Any) -> Category:
    """Return a saved category."""
    return Category.objects.create(name=name, **fields)


def _published(parent: Page, page: Any) -> Any:
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)
