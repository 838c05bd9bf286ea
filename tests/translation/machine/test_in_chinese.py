"""Whoever translates in Chinese meets no English word beside the texts themselves."""

from typing import Any

import pytest
from django.utils import translation as languages
from wagtail.users.models import UserProfile

from tests.admin.latin import words_in, words_in_answer
from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted
from tests.translation.machine.asking import proposed
from tests.translation.machine.serving import Service
from translating.jobs.models import JobState
from translating.machine.models import Job, State
from translating.machine.troubles import Trouble
from translating.markup import Misfit
from translating.templatetags.machine_tags import translating_machine

pytestmark = pytest.mark.django_db
SAID = ["chat-1", "English of 座谈会", "127.0.0.1", "zuo-tan-hui", "admin"]


@pytest.fixture
def translation(zh: Tree, en: Tree, service: Service, admin_user: Any) -> Any:
    """A page with a proposal; the administrator reads Chinese."""
    UserProfile.objects.filter(user=admin_user).update(preferred_language="zh-hans")
    found = submitted(article(zh.news, "座谈会"))
    proposed(found, admin_user)
    return found


def test_the_pages_of_machine_translation_speak_chinese(translation: Any, zh: Tree, admin_client: Any) -> None:
    job = Job.objects.get()
    waiting = submitted(article(zh.news, "新的一篇"))
    answers = [
        admin_client.post(f"/admin/localize/translate/{waiting.pk}/machine_translate/"),
        admin_client.get(f"/admin/translating/machine/section/{zh.news.pk}/"),
        admin_client.get(f"/admin/translating/machine/{translation.pk}/read/"),
        admin_client.get(f"/admin/localize/update/{translation.source_id}/"),
    ]
    for state, trouble in (
        (JobState.FINISHED, ""),
        (JobState.RUNNING, ""),
        *((JobState.FAILED, one) for one in Trouble),
    ):
        Job.objects.update(state=state, trouble=trouble, refused=1)
        answers.append(admin_client.get(job.address))
    assert [answer.status_code for answer in answers] == [200] * len(answers)
    assert [words_in_answer(answer, SAID) for answer in answers] == [{}] * len(answers)


def test_what_the_script_says_is_chinese(translation: Any) -> None:
    with languages.override("zh-hans"):
        texts = translating_machine(translation)["facts"]["texts"].values()
        labels = [*Misfit.labels, *State.labels, *JobState.labels]
        said = "".join(f"<p>{text}</p>" for text in [*texts, *labels]).replace("%(service)s", "")
        assert words_in(said.replace("%(count)s", "").replace("%(done)s", "").replace("%(segments)s", "")) == {}
