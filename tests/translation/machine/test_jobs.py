"""A request is carried out in the background, and leaves proposals that no reader sees."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings
from wagtail_localize.models import StringTranslation

from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted, translated
from tests.translation.machine import serving
from tests.translation.machine.asking import proposed, states, translations
from tests.translation.machine.serving import Service
from translating.jobs.models import JobState
from translating.machine import jobs, proposing
from translating.machine.models import Job, Proposal

pytestmark = pytest.mark.django_db
TEXT = "<p>请看<a href='https://example.org/'>设计周</a>与<b>展览</b>。</p>"
SEGMENT = '请看<a id="a1">设计周</a>与<b>展览</b>。'


def test_proposals_are_made_and_none_is_a_translation(zh: Tree, en: Tree, service: Service) -> None:
    translation = submitted(article(zh.news, "座谈会", summary="摘要", body=[("text", TEXT)]))
    job = proposed(translation)
    assert (job.state, job.segments, job.proposed, job.refused) == (JobState.FINISHED, 3, 3, 0)
    assert states(translation) == {"座谈会": "open", "摘要": "open", SEGMENT: "open"}
    assert translations(translation) == {}


def test_no_way_leads_a_proposal_to_readers(zh: Tree, en: Tree, service: Service) -> None:
    translation = submitted(article(zh.news, "座谈会", summary="摘要"))
    proposed(translation)
    translation.save_target(publish=True)
    translation.source.update_from_db()
    assert translation.get_target_instance().title == "座谈会"
    assert "English of" not in str(translation.export_po())
    drafted = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    assert drafted.title == "座谈会"


def test_addresses_and_what_is_translated_are_not_sent(zh: Tree, en: Tree, service: Service) -> None:
    translation = submitted(article(zh.news, "座谈会", slug="zuo-tan", summary="摘要"))
    translated(translation, {"摘要": "Summary"})
    proposed(translation)
    assert [list(one.segments.values()) for one in service.asked] == [["座谈会"]]


def test_what_the_memory_knows_is_filled_in_and_not_sent(zh: Tree, en: Tree, service: Service) -> None:
    translation = submitted(article(zh.news, "座谈会", summary="摘要"))
    translated(submitted(article(zh.news, "别的")), {"别的": "Other"})
    StringTranslation.objects.filter(translation_of__data="摘要").delete()
    proposed(translation)
    again = submitted(article(zh.news, "别的", summary="新的"))
    proposed(again)
    assert [list(one.segments.values()) for one in service.asked] == [["座谈会", "摘要"], ["新的"]]


@pytest.mark.parametrize(
    ("said", "misfit"),
    [
        ("", "empty"),
        ("See <a id='a1'>the week</a> and the exhibition.", "tags"),
        ("See the week and the <b>exhibition</b>.", "tags"),
        ("See <a id='a2'>the week</a> and the <b>exhibition</b>.", "broken"),
        ("<script>x</script>", "broken"),
        ("See <a id='a1'>the week</a> and the <b>exhibition</b>." + " more" * 300, "length"),
    ],
)
def test_what_does_not_keep_the_mark_up_is_refused_and_said(
    zh: Tree, en: Tree, service: Service, said: str, misfit: str
) -> None:
    translation = submitted(article(zh.news, "座谈会", body=[("text", TEXT)]))
    service.behave(serving.saying(lambda text: said if "<" in text else "Symposium"))
    job = proposed(translation)
    assert (job.proposed, job.refused) == (1, 1)
    refused = Proposal.objects.get(string__data=SEGMENT)
    assert (refused.state, refused.misfit, refused.text) == ("refused", misfit, "")
    assert refused.reason


@pytest.mark.parametrize(
    "said", ["Write to {name}", "Write to {surname} at a@example.org", "Write to {name} at b@example.org"]
)
def test_placeholders_and_addresses_must_come_back(zh: Tree, en: Tree, service: Service, said: str) -> None:
    translation = submitted(article(zh.news, "写信给{name}，a@example.org"))
    service.behave(serving.saying(lambda text: said))
    proposed(translation)
    assert Proposal.objects.get().misfit == "kept"


def test_characters_of_html_are_written_as_wagtail_localize_writes_them(
    zh: Tree, en: Tree, service: Service
) -> None:
    service.behave(serving.saying(lambda text: "Arts & crafts"))
    proposed(submitted(article(zh.news, "工艺")))
    assert Proposal.objects.get().text == "Arts &amp; crafts"


def test_what_was_left_out_is_refused_and_asked_for_once_more_in_the_next_request(
    zh: Tree, en: Tree, service: Service
) -> None:
    translation = submitted(article(zh.news, "座谈会", summary="摘要"))
    service.behave(lambda asked: serving.completion(json.dumps({"1": "Symposium"})))
    job = proposed(translation)
    assert (job.state, job.proposed, job.refused) == (JobState.FINISHED, 1, 1)
    service.behave(serving.translating)
    proposed(translation)
    assert states(translation) == {"座谈会": "open", "摘要": "open"}
    assert list(service.asked[-1].segments.values()) == ["摘要"]


def test_a_long_page_goes_in_batches(zh: Tree, en: Tree, service: Service) -> None:
    body = [("text", "".join(f"<p>第{number}段。</p>" for number in range(45)))]
    translation = submitted(article(zh.news, "座谈会", body=body))
    job = proposed(translation)
    assert (job.segments, job.proposed) == (46, 46)
    assert [len(one.segments) for one in service.asked] == [20, 20, 6]


def test_a_batch_is_bounded_in_length_and_a_long_segment_goes_alone(
    zh: Tree, en: Tree, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "LONGEST", 10)
    body = [("text", f"<p>{'长' * 30}</p><p>短一</p><p>短二</p>")]
    proposed(submitted(article(zh.news, "座谈会", body=body)))
    assert [len(one.segments) for one in service.asked] == [1, 1, 2]


def test_what_fails_keeps_its_reason_and_what_was_proposed_before(
    zh: Tree, en: Tree, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "MOST", 1)
    translation = submitted(article(zh.news, "座谈会", summary="摘要"))
    service.behave(serving.translating, serving.refusing(401))
    job = proposed(translation)
    assert (job.state, job.trouble, job.proposed) == (JobState.FAILED, "key", 1)
    assert job.answer == "The service refuses the site’s key. An administrator must look at the settings."


def test_a_long_job_leaves_the_worker_to_others_between(
    zh: Tree, en: Tree, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_on, queue = jobs.carry_on.func, Queue()
    monkeypatch.setattr(jobs, "carry_on", queue)
    monkeypatch.setattr(jobs, "SLICE", 0.0)
    job = proposed(submitted(article(zh.news, "座谈会")))
    carry_on(job.pk)
    assert queue.waiting == [job.pk, job.pk]
    assert queue.priorities == [jobs.WAITED_FOR] * 2, "somebody waits for a page"
    monkeypatch.setattr(jobs, "SLICE", 30.0)
    carry_on(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FINISHED


class Queue:
    """Takes up jobs and leaves them."""

    def __init__(self) -> None:
        self.waiting: list[int] = []
        self.priorities: list[int | None] = []

    def using(self, priority: int | None) -> "Queue":
        """Note how urgent it is."""
        self.priorities.append(priority)
        return self

    def enqueue(self, job_id: int) -> None:
        """Let a job wait."""
        self.waiting.append(job_id)


def _stopped(job: Job) -> None:
    job.stop()


def _taken_up(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(beat_at=timezone.now())


@pytest.mark.parametrize(("meanwhile", "state"), [(_stopped, "stopped"), (_taken_up, "running")])
def test_a_process_whose_job_was_stopped_or_taken_up_by_another_asks_no_more(
    zh: Tree,
    en: Tree,
    service: Service,
    monkeypatch: pytest.MonkeyPatch,
    meanwhile: Callable[[Job], None],
    state: str,
) -> None:
    asking = proposing.translations

    def asked(*arguments: Any) -> Any:
        said = asking(*arguments)
        meanwhile(Job.objects.get())
        return said

    monkeypatch.setattr(proposing, "MOST", 1)
    monkeypatch.setattr(proposing, "translations", asked)
    job = proposed(submitted(article(zh.news, "座谈会", summary="摘要")))
    assert (job.state, len(service.asked)) == (state, 1)


def test_what_fails_unexpectedly_says_so_and_is_not_taken_up_for_ever(
    zh: Tree, en: Tree, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "propose_some", lambda *arguments: 1 / 0)
    job = proposed(submitted(article(zh.news, "座谈会")))
    assert (job.state, job.trouble) == (JobState.FAILED, "unexpected")
    assert job.ended_at


def test_a_translation_that_was_ended_meanwhile_is_passed_over(zh: Tree, en: Tree, service: Service) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    translation.enabled = False
    translation.save()
    assert proposed(translation).state == JobState.FINISHED
    assert service.asked == []


def test_switched_off_meanwhile_a_job_ends(zh: Tree, en: Tree, service: Service, settings: Settings) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    job = Job.objects.create(
        locale=en.locale, service="x", translations=[translation.pk], left=[translation.pk]
    )
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    jobs.carry_on.enqueue(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FINISHED
