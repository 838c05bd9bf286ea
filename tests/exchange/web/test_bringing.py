"""A page of the web becomes a draft once somebody has looked at it, or nothing at all."""

from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from designcity.images import DesignImage
from exchange.models import Intake
from exchange.refusals import Refused
from exchange.web.bringing import bring
from exchange.web.reading import WebText
from news.models import ArticlePage
from newsroom.models import RoleKey
from provenance.models import Source
from tests.conftest import Tree
from tests.exchange.web.site import ARTICLE, Server
from tests.factories import source
from tests.newsroom.people import browser, member


@pytest.fixture
def writer(zh: Tree, site: Server, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A writer's browser; what the office fetches comes from the site of the test."""
    guard = site.guard()
    monkeypatch.setattr("exchange.web.forms.AskForm.__init__.__kwdefaults__", {"guard": guard})
    monkeypatch.setattr("exchange.web.views.bring", partial(bring, guard=guard))
    return browser(member(RoleKey.WRITER))


def _look(client: Client, section: Any, **fields: str) -> Any:
    return client.post(reverse("exchange_web", args=[section.pk]), fields)


def _make(client: Client, section: Any, form: Any, **changes: Any) -> Any:
    initial = {name: form[name].value() for name in form.fields}
    fields = {name: "" if value is None else value for name, value in (initial | changes).items()}
    return client.post(reverse("exchange_web", args=[section.pk]), fields)


def test_an_address_is_looked_at_before_a_draft_is_made(zh: Tree, site: Server, writer: Client) -> None:
    answer = _look(writer, zh.news, address=f"{site.address}/article")
    assert not ArticlePage.objects.exists()
    assert "示例城的设计周" in answer.content.decode()
    assert "<img" not in answer.context["shown"]
    form = answer.context["form"]
    assert (form["title"].value(), str(form["date"].value())) == ("示例城设计周开幕", "2026-01-10")
    assert (form["author"].value(), form["new_source"].value()) == ("张三", "示例新闻网")


def test_the_draft_is_a_repost_with_its_source_and_pictures(zh: Tree, site: Server, writer: Client) -> None:
    looked = _look(writer, zh.news, address=f"{site.address}/article")
    answer = _make(writer, zh.news, looked.context["form"])
    page = ArticlePage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.source_kind, page.source_url) == (False, "repost", f"{site.address}/article")
    assert (str(page.display_date), page.author, page.source.name) == ("2026-01-10", "张三", "示例新闻网")
    image = DesignImage.objects.get()
    assert (image.credit, str(image.source), image.description) == ("", "示例新闻网", "展厅")
    intake = Intake.objects.get()
    assert intake.address == page.source_url
    assert "missing.png" in str(intake.findings)
    assert "player.bilibili.com" in str(intake.findings)


def test_a_known_source_is_recognised_by_its_website(zh: Tree, site: Server, writer: Client) -> None:
    known = source("示例报社", website="https://www.news.example/", locale=zh.locale)
    html = ARTICLE.replace("来源：示例新闻网", "")
    looked = _look(writer, zh.news, html=html, address="https://news.example/1.html")
    form = looked.context["form"]
    assert (form["source"].value(), form["new_source"].value()) == (known.pk, "")
    _make(writer, zh.news, form, source=known.pk)
    assert ArticlePage.objects.get().source == known
    assert Source.objects.count() == 1


def test_no_source_is_made_that_nobody_confirmed(zh: Tree, writer: Client) -> None:
    looked = _look(writer, zh.news, html="<h2>一节</h2><p>一段</p>")
    assert not Source.objects.exists()
    _make(writer, zh.news, looked.context["form"], title="题", new_source="")
    assert not Source.objects.exists()
    assert ArticlePage.objects.get().source is None


@pytest.mark.parametrize(
    "fields", [{}, {"address": "http://127.0.0.2/"}, {"address": "no address"}, {"html": "<html></html>"}]
)
def test_what_cannot_be_had_becomes_a_sentence(zh: Tree, writer: Client, fields: dict[str, str]) -> None:
    answer = _look(writer, zh.news, **fields)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not ArticlePage.objects.exists()


def test_a_text_that_was_not_handed_out_is_not_taken(zh: Tree, writer: Client) -> None:
    looked = _look(writer, zh.news, html="<p>一段</p>")
    answer = _make(writer, zh.news, looked.context["form"], title="题", packed="made-up")
    assert answer.context["form"].errors["packed"]
    assert not ArticlePage.objects.exists()


def test_what_fails_halfway_leaves_nothing(
    zh: Tree, site: Server, writer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise Refused("nothing")

    looked = _look(writer, zh.news, address=f"{site.address}/article")
    monkeypatch.setattr("exchange.web.bringing.draft", fail)
    answer = _make(writer, zh.news, looked.context["form"])
    assert answer.context["form"].errors
    assert not Source.objects.exists()
    assert not DesignImage.objects.exists()


def test_only_who_may_add_articles_there_brings_some_in(
    zh: Tree, en: Tree, site: Server, writer: Client
) -> None:
    for place in (en.news, zh.home):
        _look(writer, place, address=f"{site.address}/article")
    assert not site.asked


def test_the_date_is_empty_where_the_page_names_none() -> None:
    assert WebText("", date="soon").day is None
