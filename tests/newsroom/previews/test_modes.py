"""Every page type as a card, a search result and a share picture, kept or new, in both languages."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from designcity.previews import modes
from tests import reading
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.everything import PAGE_TYPES, page_of
from tests.factories import article, campaign, image, institution
from tests.translating import translate

pytestmark = pytest.mark.django_db
MODES = ["card", "search-result", "share-picture"]


def _preview(editor: Client, page: Any, mode: str) -> BeautifulSoup:
    return reading.page(editor, reverse("wagtailadmin_pages:view_draft", args=[page.pk]), mode=mode)


def test_the_modes_are_offered_in_their_order() -> None:
    assert [mode.name for mode in modes()] == MODES


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
@pytest.mark.parametrize("mode", MODES)
def test_every_page_type_is_shown_in_every_mode(zh: Tree, editor: Client, model: Any, mode: str) -> None:
    page = page_of(model, zh)
    assert mode in dict(page.preview_modes)
    shown = _preview(editor, page, mode)
    assert page.title in reading.one(shown, "main").get_text()
    assert len(shown.select("h1")) == 1
    assert shown.select("[style], style") == []


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_page_type_still_shows_itself(zh: Tree, editor: Client, model: Any) -> None:
    page = page_of(model, zh)
    shown = _preview(editor, page, page.default_preview_mode)
    assert shown.select_one("main#content") is not None
    assert shown.select_one(".previews") is None


@pytest.mark.parametrize("mode", [*MODES, "", "no-such-mode"])
def test_a_page_with_nothing_in_it_is_shown(zh: Tree, editor: Client, mode: str) -> None:
    page = article(zh.news)
    page.title, page.summary = "", ""
    page.save_revision(clean=False)
    assert (
        editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode}).status_code == 200
    )


@pytest.mark.parametrize("mode", MODES)
def test_a_page_that_is_not_kept_yet_is_shown(zh: Tree, editor: Client, mode: str) -> None:
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["news", "articlepage", zh.news.pk])
    editor.post(preview, article_form(title="新稿"))
    assert "新稿" in reading.one(reading.page(editor, preview, mode=mode), "main").get_text()


@pytest.mark.parametrize("mode", MODES)
def test_the_preview_speaks_the_language_of_the_page(zh: Tree, en: Tree, editor: Client, mode: str) -> None:
    english = translate(article(zh.news), en.locale)
    for page, language in ((article(zh.news, "中文"), "zh-Hans"), (english, "en")):
        assert reading.one(_preview(editor, page, mode), "html")["lang"] == language


def test_an_article_is_shown_where_its_card_appears_and_as_lead_story(zh: Tree, editor: Client) -> None:
    shown = _preview(editor, article(zh.news, "头条", lead_image=image(), lead_image_alt="会场"), "card")
    assert len(shown.select(".card--news")) == 3
    assert reading.one(shown, ".lead__title").get_text(strip=True) == "头条"


def test_an_institution_and_a_campaign_have_their_own_cards(zh: Tree, editor: Client) -> None:
    assert _preview(editor, institution(zh.directory), "card").select(".cards--rows .card--institution")
    shown = _preview(editor, campaign(zh.campaigns), "card")
    assert shown.select(".cards--wide .card--campaign")
    assert shown.select(".focus__title")


def test_the_sites_own_result_shows_what_readers_get(zh: Tree, editor: Client) -> None:
    page = article(
        zh.news, "座谈会", summary="市里<b>召开</b>座谈会。", lead_image=image(), lead_image_alt="会场"
    )
    hit = reading.one(_preview(editor, page, "search-result"), ".hit")
    assert reading.one(hit, ".hit__title a")["href"] == page.url
    assert reading.one(hit, ".hit__snippet").get_text(strip=True) == "市里<b>召开</b>座谈会。"
    assert hit.select_one(".hit__picture") is not None
    assert hit.select_one("time") is not None


def test_a_web_search_result_is_cut_where_engines_cut(zh: Tree, editor: Client) -> None:
    page = article(zh.news, "座谈会", seo_title="长" * 40, search_description="述" * 100)
    web = reading.one(_preview(editor, page, "search-result"), ".web-result")
    assert reading.one(web, ".web-result__title").get_text() == "长" * 29 + " …"
    assert reading.one(web, ".web-result__description").get_text().startswith("述" * 79 + " …")
    assert reading.one(web, ".web-result__address").get_text().endswith("› zh-hans › news › zuo-tan-hui")


def test_a_shared_page_shows_its_picture_in_the_size_that_messengers_take(zh: Tree, editor: Client) -> None:
    page = article(zh.news, lead_image=image(), lead_image_alt="会场")
    picture = _preview(editor, page, "share-picture").select(".shared__picture")[0]
    assert (picture["width"], picture["height"]) == ("1200", "630")
    assert str(picture["src"]).startswith("data:image/jpeg;base64,")


def test_a_chosen_picture_is_shown_instead_of_the_drawn_headline(zh: Tree, editor: Client) -> None:
    page = article(zh.news, share_image=image())
    picture = _preview(editor, page, "share-picture").select(".shared__picture")[0]
    assert ".fill-1200x630." in str(picture["src"])


def test_a_page_without_a_picture_says_so(zh: Tree, editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.previews.sharing.drawn_poster", lambda page, poster: None)
    assert _preview(editor, article(zh.news), "share-picture").select_one(".shared__picture--none") is not None


def test_the_editors_form_offers_the_modes(zh: Tree, editor: Client) -> None:
    form = reading.page(editor, reverse("wagtailadmin_pages:edit", args=[article(zh.news).pk]))
    assert [option["value"] for option in form.select("#id_preview_mode option")] == ["", *MODES]
