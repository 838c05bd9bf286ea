"""Nobody who works in Chinese meets an English word in the editors' interface."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.admin import rooms
from tests.admin.latin import words_in, words_in_answer
from tests.admin.office import Office, at_work
from tests.admin.writing import article_form
from tests.conftest import Tree

pytestmark = pytest.mark.django_db

LEFT_OUT = re.compile(
    r"_api:|_api_|catalog$|_logout$|_sprite$"  # data, scripts and pictures
    r"|_error_test$"  # raises, to see whether errors are reported
    r"|:view_draft$|workflow_preview$|preview_translation$|:preview$|revisions_view$"  # the site's own pages
)
MUST_OPEN = {
    "wagtailadmin_home",
    "wagtailadmin_account",
    *(
        f"wagtailadmin_pages:{name}"
        for name in ("add", "edit", "delete", "unpublish", "move", "move_confirm", "copy", "history")
    ),
    *(f"wagtailadmin_pages:{name}" for name in ("set_privacy", "usage", "workflow_history")),
    *(f"wagtailadmin_reports:{name}" for name in ("site_history", "locked_pages", "workflow", "aging_pages")),
    *(f"{part}:index" for part in ("wagtailimages", "wagtaildocs", "wagtailredirects", "wagtailsites")),
    *(f"{part}:add" for part in ("wagtailimages", "wagtaildocs", "wagtaillocales", "wagtailadmin_workflows")),
    *(
        f"{part}:edit"
        for part in ("wagtailusers_users", "wagtailusers_groups", "wagtaillocales", "wagtailsites")
    ),
    "wagtailimages_chooser:choose",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_choose_page",
    "wagtail_localize:submit_page_translation",
    "wagtail_localize:update_translations",
    "wagtail_localize:translations_report",
    *(f"translating_{name}" for name in ("board", "files", "delivery", "pictures", "comments_page")),
    *(f"translating_{name}" for name in ("memory_import", "glossary_import")),
    *(f"removals_{name}" for name in ("requests", "request", "request_grant", "request_figures")),
}


@pytest.fixture
def office(zh: Tree, en: Tree, client: Client, settings: Settings) -> Office:
    """The office, entered by its editor; the search behind it rests."""
    settings.ELASTICSEARCH_URL = ""
    found = at_work(zh, en)
    client.force_login(found.editor)
    return found


def _answers(client: Client, addresses: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield the pages and dialogs among the answers, by what their addresses are called."""
    for name, address in addresses.items():
        response = client.get(address)
        kind = response.headers.get("Content-Type", "")
        if response.status_code == 200 and kind.startswith(("text/html", "application/json")):
            yield name, response


def _english(answers: dict[str, Any], office: Office) -> dict[str, dict[str, set[str]]]:
    typed = office.typed()
    spoken = {name: words_in_answer(response, typed) for name, response in answers.items()}
    return {name: words for name, words in spoken.items() if words}


@pytest.mark.filterwarnings("ignore:Pagination may yield:django.core.paginator.UnorderedObjectListWarning")
def test_every_room_speaks_chinese(office: Office, client: Client) -> None:
    found = {name: rooms.address(name, arguments, office.known) for name, arguments in rooms.names().items()}
    addresses = {name: address for name, address in found.items() if address and not LEFT_OUT.search(name)}
    answers = dict(_answers(client, addresses))
    assert set(answers) >= MUST_OPEN
    assert _english(answers, office) == {}


def test_what_depends_on_the_page_speaks_chinese_too(office: Office, client: Client) -> None:
    answers = dict(_answers(client, {address: address for address in office.further}))
    assert set(answers) == set(office.further)
    assert _english(answers, office) == {}


def test_what_an_editor_is_told_after_publishing_is_chinese(zh: Tree, office: Office, client: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", zh.news.pk])
    response = client.post(address, article_form(), follow=True)
    assert words_in_answer(response, office.typed()) == {}


@pytest.mark.parametrize("name", ["login", "password_reset", "password_reset_done", "password_reset_complete"])
def test_who_is_not_inside_yet_is_met_in_chinese(name: str, zh: Tree, client: Client) -> None:
    response = client.get(reverse(f"wagtailadmin_{name}"), headers={"accept-language": "zh-hans"})
    assert response.status_code == 200
    assert words_in_answer(response) == {}


def test_english_words_are_found() -> None:
    page = (
        '<body>页面<button aria-label="Toggle">保存</button><template>Saved</template><code>slug</code></body>'
    )
    assert words_in(page) == {"Toggle": {"Toggle"}, "Saved": {"Saved"}}
