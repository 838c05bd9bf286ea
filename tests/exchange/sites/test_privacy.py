"""What is private stays where it is unless it is asked for, and is private where it comes."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from exchange.sites.bringing import Order, bring
from exchange.sites.form import LINES
from exchange.sites.giving.exporting import export_to
from home.models import StandardPage
from news.models import ArticlePage
from removals.takedowns.taking import take_down
from tests.conftest import Tree
from tests.exchange.sites.conftest import Bring
from tests.exchange.sites.rebuilding import emptied
from tests.exchange.sites.test_lines import article as row_of
from tests.exchange.sites.test_lines import lines
from tests.factories import administrator, article, standard_page

pytestmark = pytest.mark.django_db


def _private(page: Page, kind: str, **fields: Any) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)


def _exported(folder: Path) -> str:
    return (folder / LINES).read_text()


def test_private_pages_stay_unless_they_are_asked_for(
    zh: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hidden = standard_page(zh.home, "内部资料")
    standard_page(hidden, "内部附页")
    _private(hidden, "password", password="geheim-1")
    call_command("export_site", str(tmp_path / "open"))
    assert "2" in capsys.readouterr().out
    assert "内部" not in _exported(tmp_path / "open")
    call_command("export_site", str(tmp_path / "all"), "--private")
    assert '"private": {"kind": "password"}' in _exported(tmp_path / "all")
    assert "内部附页" in _exported(tmp_path / "all")
    assert "geheim-1" not in _exported(tmp_path / "all")


@pytest.mark.parametrize(
    ("kind", "there", "said"), [("login", "login", 0), ("password", "login", 1), ("groups", "groups", 0)]
)
def test_a_private_page_comes_as_a_private_one(
    zh: Tree, client: Client, tmp_path: Path, kind: str, there: str, said: int
) -> None:
    hidden = standard_page(zh.home, "内部资料", slug="internal")
    restriction = _private(hidden, kind, password="geheim-1" if kind == "password" else "")
    restriction.groups.set([Group.objects.create(name="委员会")] if kind == "groups" else [])
    export_to(tmp_path / "site", with_private=True)
    emptied()
    report = bring(Order(tmp_path / "site", report=tmp_path / "report.csv"))
    assert (report.not_taken, report.with_loss) == (0, said)
    page = StandardPage.objects.get(slug="internal")
    kept = PageViewRestriction.objects.get(page=page)
    assert kept.restriction_type == there
    assert [group.name for group in kept.groups.all()] == (["委员会"] if kind == "groups" else [])
    assert page.live
    assert "内部资料" not in client.get(page.url, follow=True).content.decode()


@pytest.mark.parametrize("private", [1, {"kind": "nobody"}, {"kind": ["login"]}, {}])
def test_a_row_that_does_not_say_who_may_read_it_is_not_taken(zh: Tree, brought: Bring, private: Any) -> None:
    assert brought(lines(row_of(zh) | {"private": private})).not_taken == 1
    assert not ArticlePage.objects.exists()


def test_a_page_that_an_editor_made_private_stays_so(zh: Tree, brought: Bring) -> None:
    brought(lines(row_of(zh)))
    _private(ArticlePage.objects.get(), "login")
    brought(lines(row_of(zh, "新标题")))
    assert ArticlePage.objects.get().title == "新标题"
    assert PageViewRestriction.objects.count() == 1


def test_what_was_taken_down_does_not_go_out(zh: Tree, tmp_path: Path) -> None:
    page = article(zh.news, "有人要求移除的")
    take_down(page, by=administrator(), reason="版权")
    export_to(tmp_path / "site", with_private=True)
    assert str(page.translation_key) not in _exported(tmp_path / "site")
