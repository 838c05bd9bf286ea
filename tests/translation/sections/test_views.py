"""Sections in the editors' interface: begun, watched, stopped, resumed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

from newsroom.models import RoleKey
from tests.factories import article
from tests.newsroom.people import browser, member
from tests.reading import page as seen
from tests.reading import queries
from tests.translation.sections.conftest import Section
from translating.jobs.models import JobState
from translating.sections import works
from translating.sections.models import Kind, SectionJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(section: Section) -> Client:
    """An editor's browser."""
    return browser(member(RoleKey.EDITOR))


def _submit(client: Client, page: Page, section: Section, **fields: Any) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [section.english.pk], **fields})


@pytest.mark.usefixtures("tasks_rest")
def test_a_page_with_those_below_it_is_worked_on_in_the_background(client: Client, section: Section) -> None:
    response = _submit(client, section.tree.home, section, include_subtree="on")
    # The home page is translated already, so that upstream's form refuses; the section's own does not.
    assert response.status_code == 200
    address = reverse("translating_section_start", args=[section.tree.news.pk])
    form = seen(client, address)
    assert "The section has 4 pages." in " ".join(form.get_text(" ").split())
    response = client.post(address, {"kind": "submit", "locales": [section.english.pk]})
    job = SectionJob.objects.get()
    assert response["Location"] == job.address
    assert job.state == JobState.WAITING
    assert not Translation.objects.exists()


@pytest.mark.usefixtures("tasks_rest")
def test_upstreams_form_leads_into_the_background_too(client: Client, section: Section) -> None:
    campaigns = section.tree.campaigns
    campaigns.get_translation(section.english).delete()
    campaigns.add_child(instance=type(section.tree.news)(title="下", slug="xia"))
    response = _submit(client, campaigns, section, include_subtree="on")
    assert response["Location"] == SectionJob.objects.get().address


def test_a_single_page_is_submitted_at_once(client: Client, section: Section) -> None:
    _submit(client, section.articles[0], section)
    assert Translation.objects.count() == 1
    assert not SectionJob.objects.exists()


@pytest.mark.usefixtures("tasks_rest")
def test_it_is_stopped_and_goes_on_at_a_button(client: Client, section: Section) -> None:
    job = section.start()
    page = seen(client, job.address)
    assert page.select_one(f"form[action='{reverse('translating_section_stop', args=[job.pk])}'] button")
    client.post(reverse("translating_section_stop", args=[job.pk]))
    assert SectionJob.objects.get().state == JobState.STOPPED
    assert "Go on" in seen(client, job.address).get_text(" ")
    client.post(reverse("translating_section_resume", args=[job.pk]))
    assert SectionJob.objects.get().state == JobState.WAITING


def test_what_failed_is_listed_with_its_reason(
    client: Client, section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(job: SectionJob, page: Page) -> None:
        raise works.CannotBeDone("The reason.")

    monkeypatch.setitem(works.WORKS, Kind.SUBMIT, failing)
    job = section.start()
    page = seen(client, job.address)
    rows = [" ".join(row.get_text(" ").split()) for row in page.select("table tbody tr")]
    assert rows == ["新闻 The reason.", "甲 The reason.", "乙 The reason.", "丙 The reason."]
    assert "Try the failed pages again" in page.get_text(" ")
    assert "0 of 4 pages, 4 failed" in page.get_text(" ")


def test_the_list_and_the_progress_cost_the_same_however_many_there_are(
    client: Client, section: Section
) -> None:
    job = section.start()
    addresses = [reverse("translating_sections"), job.address]
    few = [queries(client, address) for address in addresses]
    for number in range(5):
        article(section.tree.news, f"第{number}")
        section.start_again().stop()
    assert [len(queries(client, address)) for address in addresses] == [len(found) for found in few]


@pytest.mark.parametrize("name", ["translating_sections", "translating_section"])
def test_who_may_not_submit_pages_sees_nothing(name: str, section: Section) -> None:
    job = section.start()
    officer = browser(member(RoleKey.RIGHTS_OFFICER))
    arguments = [] if name == "translating_sections" else [job.pk]
    assert officer.get(reverse(name, args=arguments)).status_code in {302, 403}
    assert officer.post(reverse("translating_section_stop", args=[job.pk])).status_code in {302, 403}
