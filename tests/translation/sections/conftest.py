"""A section of articles that nobody has submitted for translation yet."""

from dataclasses import dataclass

import pytest
from wagtail.models import Locale
from wagtail_localize.models import LocaleSynchronization

from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import administrator, article
from translating.sections import jobs
from translating.sections.models import Kind, SectionJob
from translating.sections.working import work


@dataclass
class Section:
    """The news, with three articles and their placeholders."""

    tree: Tree
    english: Locale
    articles: list[ArticlePage]

    def start(self, kind: Kind = Kind.SUBMIT, publishes: bool = False) -> SectionJob:
        """Begin a job on it; tasks rest or run at once, as the test says."""
        return jobs.start(kind, self.tree.news, [self.english], administrator(), publishes)

    def start_again(self) -> SectionJob:
        """Begin another job on it, in nobody's name."""
        return jobs.start(Kind.SUBMIT, self.tree.news, [self.english], None)


@pytest.fixture
def section(zh: Tree, en: Tree) -> Section:
    """The section, in two languages, the other of which follows the source."""
    articles = [article(zh.news, title) for title in ("甲", "乙", "丙")]
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    for job in SectionJob.objects.all():
        work.call(job.pk)
        job.delete()
    return Section(zh, en.locale, articles)
