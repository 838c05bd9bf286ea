"""The work on a section goes page by page, is stopped and resumed, and does nothing twice."""

from datetime import timedelta

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation

from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import article
from tests.translating import translate
from tests.translation.sections.conftest import Section
from translating.jobs.models import JobState
from translating.sections import jobs, works
from translating.sections.models import Kind, PageState, SectionJob
from translating.sections.working import work, work_on_next

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """The process is gone: no handler of errors sees this."""


def _states(job: SectionJob) -> list[str]:
    return list(job.job_pages.order_by("number").values_list("state", flat=True))


def _state(job: SectionJob) -> str:
    return SectionJob.objects.get(pk=job.pk).state


def test_every_page_of_the_section_is_submitted(section: Section) -> None:
    job = section.start()
    assert _state(job) == JobState.FINISHED
    assert _states(job) == [PageState.DONE] * 4
    # The index itself has an English version already, which stays as it is.
    keys = {page.translation_key for page in section.articles}
    assert set(Translation.objects.values_list("source__object_id", flat=True)) == keys


@pytest.mark.usefixtures("tasks_rest")
def test_a_page_in_one_step_and_nothing_twice(section: Section) -> None:
    job = section.start()
    assert _state(job) == JobState.WAITING
    assert work_on_next(job.pk)
    assert work_on_next(job.pk)
    assert (_state(job), _states(job)) == (JobState.RUNNING, ["done", "done", "left", "left"])
    before = set(Translation.objects.values_list("pk", flat=True))
    assert work.call(job.pk) == 2
    assert before < set(Translation.objects.values_list("pk", flat=True))
    assert work.call(job.pk) == 0
    assert _state(job) == JobState.FINISHED


@pytest.mark.usefixtures("tasks_rest")
def test_what_was_killed_in_the_midst_of_a_page_goes_on_with_that_page(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def dying(job: SectionJob, page: Page) -> None:
        works.submit(job, page)
        if len(done) == 2:
            raise Killed
        done.append(page.title)

    job = section.start()
    monkeypatch.setitem(works.WORKS, Kind.SUBMIT, dying)
    with pytest.raises(Killed):
        work.call(job.pk)
    assert _states(job) == ["done", "done", "left", "left"]
    assert Translation.objects.count() == 1
    monkeypatch.setitem(works.WORKS, Kind.SUBMIT, works.submit)
    assert work.call(job.pk) == 2
    assert _states(job) == ["done"] * 4
    assert Translation.objects.count() == 3


@pytest.mark.usefixtures("tasks_rest")
def test_a_stopped_job_rests_until_it_is_resumed(section: Section) -> None:
    job = section.start()
    work_on_next(job.pk)
    job.stop()
    assert work.call(job.pk) == 0
    assert (_state(job), _states(job)) == (JobState.STOPPED, ["done", "left", "left", "left"])
    jobs.resume(job)
    assert _state(job) == JobState.WAITING
    assert work.call(job.pk) == 3


def test_a_page_that_fails_leaves_nothing_and_does_not_stop_the_others(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(job: SectionJob, page: Page) -> None:
        works.submit(job, page)
        if page.title == "乙":
            raise works.CannotBeDone("因为")

    monkeypatch.setitem(works.WORKS, Kind.SUBMIT, failing)
    job = section.start()
    assert _states(job) == ["done", "done", "failed", "done"]
    assert [(row.page.title, row.reason) for row in job.job_pages.failed()] == [("乙", "因为")]
    assert Translation.objects.count() == 2
    monkeypatch.setitem(works.WORKS, Kind.SUBMIT, works.submit)
    jobs.resume(job)
    assert _states(job) == ["done"] * 4


def test_an_unexpected_error_is_told_in_the_words_of_who_began(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(job: SectionJob, page: Page) -> None:
        raise RuntimeError("x")

    monkeypatch.setitem(works.WORKS, Kind.SUBMIT, broken)
    job = section.start()
    assert _state(job) == JobState.FINISHED
    assert {row.reason for row in job.job_pages.failed()} == {"发生意外。服务器管理人员可以在日志中查到详情。"}


@pytest.mark.usefixtures("tasks_rest")
def test_a_section_is_not_begun_twice_at_a_time(section: Section) -> None:
    first = section.start()
    assert section.start_again().pk == first.pk
    first.stop()
    assert section.start_again().pk != first.pk


@pytest.mark.usefixtures("tasks_rest")
def test_a_page_that_is_deleted_meanwhile_leaves_the_job(section: Section) -> None:
    job = section.start()
    section.articles[0].delete()
    work.call(job.pk)
    assert _states(job) == ["done"] * 3


def test_submitting_a_section_again_changes_nothing(section: Section) -> None:
    section.start()
    page = section.articles[0]
    translate(page, section.english, title="Alpha")
    words = set(StringTranslation.objects.values_list("pk", "data", "updated_at"))
    section.start_again()
    assert page.get_translation(section.english).title == "Alpha"
    assert set(StringTranslation.objects.values_list("pk", "data", "updated_at")) == words


def _renamed(page: ArticlePage, title: str) -> None:
    page.title = title
    page.save_revision().publish()


def test_syncing_brings_what_changed_and_readers_keep_what_they_have(section: Section) -> None:
    page = section.articles[0]
    english = translate(page, section.english, title="Alpha", slug="alpha")
    _renamed(page, "甲改")
    job = section.start(Kind.SYNC)
    assert [row.page.title for row in job.job_pages.all()] == ["甲改"]
    translation = Translation.objects.get(source__object_id=page.translation_key)
    wanted, done = translation.get_progress()
    assert wanted - done == 1
    english.refresh_from_db()
    assert (english.title, english.live) == ("Alpha", True)


def test_syncing_publishes_only_what_is_translated_in_full(section: Section) -> None:
    changed, dated = section.articles[:2]
    for page, title in ((changed, "Alpha"), (dated, "Beta")):
        translate(page, section.english, title=title)
    _renamed(changed, "甲改")
    dated.display_date = dated.display_date - timedelta(days=9)
    dated.save_revision().publish()
    section.start(Kind.SYNC, publishes=True)
    assert ArticlePage.objects.get(locale=section.english, title="Beta").display_date == dated.display_date
    assert ArticlePage.objects.get(translation_key=changed.translation_key, locale=section.english).live
    assert ArticlePage.objects.filter(locale=section.english, title="Alpha").exists()


@pytest.mark.usefixtures("tasks_rest")
def test_a_language_that_follows_another_one_gets_its_placeholders_in_the_background(zh: Tree) -> None:
    article(zh.news, "甲")
    french = Locale.objects.create(language_code="fr")
    LocaleSynchronization.objects.create(locale=french, sync_from=zh.locale)
    [job] = SectionJob.objects.all()
    assert not Page.objects.filter(locale=french).exists()
    assert work_on_next(job.pk)
    work.call(job.pk)
    originals = Page.objects.filter(locale=zh.locale, depth__gt=1)
    sources = set(originals.values_list("translation_key", "pk"))
    placed = Page.objects.filter(locale=french)
    assert set(placed.values_list("translation_key", "alias_of")) == sources
    jobs.resume(job)
    work.call(job.pk)
    assert placed.count() == len(sources)
