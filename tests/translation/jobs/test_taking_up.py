"""The schedule takes up what lost its process: the work on a section and a request to the machine alike."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Locale, Page

from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted
from translating.jobs.models import JobState
from translating.machine import jobs as requests
from translating.sections import jobs as sections
from translating.sections.models import Kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tasks_rest", "service")]


def _section(page: Page, english: Locale) -> Any:
    return sections.start(Kind.SUBMIT, page, [english], None)


def _request(page: Page, english: Locale) -> Any:
    return requests.ask([submitted(page)], english, None)


@pytest.fixture(params=[_section, _request])
def job(request: pytest.FixtureRequest, zh: Tree, en: Tree) -> Any:
    """A job of each kind, which waits in the queue."""
    begin: Callable[[Page, Locale], Any] = request.param
    return begin(article(zh.news, "座谈会"), en.locale)


@pytest.fixture
def schedule(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Let the schedule run, and tasks with it; return what it says."""

    def run() -> str:
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
        call_command("carry_on_jobs")
        return capsys.readouterr().out

    return run


def _silent(job: Any, **facts: Any) -> None:
    silence = job.SILENCE + datetime.timedelta(minutes=1)
    type(job).objects.filter(pk=job.pk).update(beat_at=timezone.now() - silence, **facts)
    job.refresh_from_db()


@pytest.mark.parametrize("state", [JobState.WAITING, JobState.RUNNING])
def test_what_lost_its_process_is_taken_up_and_finished(
    job: Any, state: JobState, schedule: Callable[[], str]
) -> None:
    _silent(job, state=state)
    assert job.is_forsaken
    assert schedule() == "1 jobs go on.\n"
    job.refresh_from_db()
    assert (job.state, job.is_forsaken) == (JobState.FINISHED, False)
    assert job.ended_at
    assert schedule() == ""


def test_what_gives_a_sign_of_life_is_left_to_its_process(job: Any, schedule: Callable[[], str]) -> None:
    assert not job.is_forsaken
    assert schedule() == ""
    job.refresh_from_db()
    assert job.state == JobState.WAITING


def test_what_was_stopped_stays_stopped(job: Any, schedule: Callable[[], str]) -> None:
    job.stop()
    _silent(job)
    assert (job.state, job.is_forsaken) == (JobState.STOPPED, False)
    assert job.ended_at
    assert schedule() == ""
