"""Machine translation is off by default; where it is on, people are told where their text goes."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from pytest_django import Settings

from newsroom.roles.models import Role
from removals.takedowns.taking import take_down
from tests.conftest import Tree
from tests.factories import article, published
from tests.translation.desk.headlines import submitted, translated
from tests.translation.machine import serving
from tests.translation.machine.asking import proposed, segment, states, translations
from tests.translation.machine.serving import Service
from translating.jobs.models import JobState
from translating.machine.models import Job, Proposal
from translating.patches import machine as patch

pytestmark = pytest.mark.django_db
OF_THE_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}
GOES = "sent to chat-1 at 127.0.0.1"


def _button(translation: Any) -> str:
    return f"/admin/localize/translate/{translation.pk}/machine_translate/"


def test_nothing_is_offered_while_no_service_is_set_up(zh: Tree, en: Tree, admin_client: Any) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    page = translation.get_target_instance()
    editor = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "&quot;machineTranslator&quot;: null" in editor
    assert "by machine" not in admin_client.get(f"/admin/pages/{zh.home.pk}/").content.decode()
    assert admin_client.post(_button(translation), follow=True).status_code == 404
    address = f"/admin/translating/machine/section/{zh.home.pk}/"
    assert admin_client.get(address, follow=True).status_code == 404


def test_the_editors_button_says_first_where_the_text_goes(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    translation = submitted(article(zh.news, "座谈会", summary="摘要"))
    page = translation.get_target_instance()
    editor = f"/admin/pages/{page.pk}/edit/"
    assert _button(translation) in admin_client.get(editor).content.decode()
    said = admin_client.post(_button(translation), {"next": editor}).content.decode()
    assert GOES in " ".join(said.split())
    assert "2 segments are not translated into English yet." in said
    assert service.asked == []
    answer = admin_client.post(_button(translation), {"next": editor, "agreed": "1"})
    assert (answer.status_code, answer["Location"]) == (302, editor)
    assert states(translation) == {"座谈会": "open", "摘要": "open"}
    assert translations(translation) == {}


def test_with_nothing_left_no_service_is_asked(zh: Tree, en: Tree, service: Service, admin_client: Any) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    translated(translation, {"座谈会": "Symposium"})
    said = admin_client.post(_button(translation), {"agreed": "1"}, follow=True).content.decode()
    assert "There is nothing left to propose a translation for." in said
    assert service.asked == []


def test_syncing_asks_for_proposals_too_and_publishes_none(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    page = article(zh.news, "座谈会")
    translation = submitted(page)
    page.title = "座谈会改期"
    published(page)
    address = f"/admin/localize/update/{translation.source_id}/"
    assert "sent to chat-1 (127.0.0.1)" in admin_client.get(address).content.decode()
    admin_client.post(address, {"use_machine_translation": "on", "publish_translations": "on"})
    assert states(translation) == {"座谈会改期": "open"}
    assert translations(translation) == {}


def test_the_function_that_is_stood_before_is_still_what_it_was() -> None:
    from tests.translation.desk.test_patches import digest_of

    assert digest_of(patch._apply_machine_translation) == "a008ec9ac07bc1a2"


def test_a_whole_section_is_translated_with_progress(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    found = [submitted(article(zh.news, title)) for title in ("甲篇", "乙篇")]
    article(zh.news, "没有提交的")
    address = f"/admin/translating/machine/section/{zh.news.pk}/"
    offered = " ".join(admin_client.get(address).content.decode().split())
    assert GOES in offered
    assert "English: 2 pages are submitted for translation. 2 segments are without a translation." in offered
    shown = admin_client.post(address, {"language": "en"}, follow=True)
    html = " ".join(shown.content.decode().split())
    assert "chat-1 has dealt with 2 of 2 segments." in html
    assert all(f"/admin/translating/machine/{one.pk}/read/" in html for one in found)
    assert [states(one) for one in found] == [{"甲篇": "open"}, {"乙篇": "open"}]


def test_a_section_is_offered_where_there_is_one(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    article(zh.news, "座谈会")
    address = f"/admin/translating/machine/section/{zh.news.pk}/"
    assert address in admin_client.get(f"/admin/pages/{zh.news.pk}/").content.decode()


def test_only_translations_that_one_may_edit_are_part_of_a_section(
    zh: Tree, en: Tree, service: Service, client: Any, django_user_model: Any
) -> None:
    submitted(article(zh.news, "座谈会"))
    writer = django_user_model.objects.create_user("writer", is_staff=True)
    writer.groups.add(Group.objects.get(pk=Role.objects.get(key="writer").group_id))
    client.force_login(writer)
    answer = client.post(f"/admin/translating/machine/section/{zh.news.pk}/", {"language": "en"})
    assert answer.status_code == 302
    assert not Job.objects.exists()


def test_a_failure_is_said_in_a_sentence(zh: Tree, en: Tree, service: Service, admin_client: Any) -> None:
    service.behave(serving.refusing(401))
    job = proposed(submitted(article(zh.news, "座谈会")))
    assert "refuses the site’s key" in admin_client.get(job.address).content.decode()


def test_progress_comes_as_a_part_of_the_page_and_a_job_can_be_stopped(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    job = Job.objects.create(locale=en.locale, service="chat-1", translations=[], left=[], segments=9)
    part = admin_client.get(job.address, headers=OF_THE_SCRIPT).content.decode()
    assert "data-in-progress" in part
    assert "<html" not in part
    admin_client.post(f"{job.address}stop/")
    job.refresh_from_db()
    assert job.state == JobState.STOPPED


def test_a_job_that_lost_its_process_says_that_it_goes_on(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    job = Job.objects.create(locale=en.locale, service="x", translations=[], left=[], beat_at=long_ago)
    assert "It goes on by itself" in admin_client.get(job.address).content.decode()


def test_others_see_no_job_of_mine(
    zh: Tree, en: Tree, service: Service, client: Any, django_user_model: Any
) -> None:
    job = proposed(submitted(article(zh.news, "座谈会")))
    editor = django_user_model.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(pk=Role.objects.get(key="editor").group_id))
    client.force_login(editor)
    assert client.get(job.address, follow=True).status_code == 404


def test_marks_and_proposals_stand_beside_the_segments(
    zh: Tree, en: Tree, service: Service, admin_client: Any, admin_user: Any
) -> None:
    translated(
        submitted(article(zh.news, "别处", summary="摘要")), {"摘要": "Summary"}, last_translated_by=admin_user
    )
    translation = submitted(article(zh.news, "座谈会", summary="摘要"))
    proposed(translation)
    address = f"/admin/translating/machine/{translation.pk}/"
    found = admin_client.get(address).json()
    headline, summary = (str(segment(translation, words).pk) for words in ("座谈会", "摘要"))
    assert found["segments"][headline] == {
        "filled": None,
        "proposal": {"state": "open", "text": "English of 座谈会", "service": "chat-1", "reason": ""},
    }
    assert found["segments"][summary]["filled"]["text"] == "Summary"
    assert "别处" in found["segments"][summary]["filled"]["from"]
    assert found["job"]["active"] is False
    confirm = f"/admin/translating/filled/{translation.pk}/{summary}/"
    assert admin_client.post(confirm).json() == {"confirmed": True}
    assert admin_client.post(confirm).status_code == 409
    assert summary not in admin_client.get(address).json()["segments"]


def test_the_editor_brings_the_script_and_where_it_asks(zh: Tree, en: Tree, admin_client: Any) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    page = translation.get_target_instance()
    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'"known": "/admin/translating/machine/{translation.pk}/"' in html
    assert "translating/js/machine.js" in html


def test_the_page_to_read_shows_original_and_proposal(
    zh: Tree, en: Tree, service: Service, admin_client: Any
) -> None:
    translation = submitted(article(zh.news, "座谈会"))
    proposed(translation)
    html = admin_client.get(f"/admin/translating/machine/{translation.pk}/read/").content.decode()
    assert '<span lang="zh-Hans" dir="ltr">座谈会</span>' in html
    assert '<strong lang="en" dir="ltr">English of 座谈会</strong>' in html


def test_taking_a_page_down_takes_its_proposals_down(
    zh: Tree, en: Tree, service: Service, admin_user: Any
) -> None:
    page = article(zh.news, "座谈会")
    proposed(submitted(page))
    take_down(page, by=admin_user, reason="")
    assert not Proposal.objects.exists()


def test_settings_off_means_off(settings: Settings) -> None:
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None
