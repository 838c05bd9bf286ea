"""Makes a draft of what came in: page, pictures, documents and the report on it, or nothing at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.signals import init_new_page

from exchange.composing.composed import Composed
from exchange.intakes.models import Intake
from exchange.newfiles import NewFiles
from news.articles import ArticlePage
from news.index import NewsIndexPage
from newsroom.proposals import summaries

LONGEST_TITLE = 255


@contextmanager
def all_or_nothing(user: Any) -> Iterator[NewFiles]:
    """Keep everything that is made within, files among it, or nothing of it when something fails."""
    files = NewFiles(user)
    try:
        with transaction.atomic():
            yield files
    except BaseException:
        files.take_back()
        raise


def draft(
    section: NewsIndexPage, user: Any, title: str, composed: Composed, intake: Intake, **fields: Any
) -> ArticlePage:
    """Make the draft of an article in a section, and keep with it what was not taken over."""
    page = ArticlePage(title=title[:LONGEST_TITLE], owner=user, live=False, locale=section.locale)
    init_new_page.send(sender=ArticlePage, page=page, parent=section)
    for name, value in fields.items():
        setattr(page, name, value)
    page.body = composed.blocks
    page.summary = summaries.proposed(page)
    page.is_kept_as_draft = True
    section.add_child(instance=page)
    page.save_revision(user=user)
    log(instance=page, action="wagtail.create", user=user)
    intake.page, intake.user = page, user
    intake.findings = [*intake.findings, *composed.findings]
    intake.save()
    return page
