"""An article says where it comes from and what of the site it concerns."""

import datetime
from typing import Any

import pytest
from django.test import Client

from designcity.models import SiteTexts
from news.models import ArticleCampaign, ArticleInstitution, ArticlePage, ArticleTag, Tag
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.factories import (
    article,
    campaign,
    category,
    contact_page,
    document,
    image,
    institution,
    published,
    source,
    term,
)

pytestmark = pytest.mark.django_db

REPOST: dict[str, Any] = {
    "source_kind": "repost",
    "source_url": "https://daily.example/1",
}

BODY = [("heading", {"text": "会上", "level": "h2"}), ("text", "<p>十四家机构参加。</p>")]


@pytest.fixture
def texts(zh: Tree) -> SiteTexts:
    """The texts of the site, with a disclaimer and a contact page."""
    page = contact_page(zh.home)
    return SiteTexts.objects.create(
        site_name="设计之都", locale=zh.locale, disclaimer="<p>版权归原作者所有。</p>", contact_page=page
    )


def test_an_article_shows_what_was_written(zh: Tree, client: Client) -> None:
    page = article(
        zh.news,
        "座谈会召开",
        summary="市里召开座谈会。",
        display_date=datetime.date(2026, 1, 10),
        category=category("政策", slug="policy"),
        author="王文",
        editor="李辑",
        body=BODY,
    )
    words = reading.main(client, page.url)
    for word in ("座谈会召开", "市里召开座谈会。", "政策", "王文", "李辑", "十四家机构参加。"):
        assert word in words
    assert 'datetime="2026-01-10"' in client.get(page.url).content.decode()
    assert reading.links(client, page.url)["政策"] == "/zh-hans/news/?category=policy"


def test_a_repost_names_its_source_and_how_to_ask_for_its_removal(
    zh: Tree, texts: SiteTexts, client: Client
) -> None:
    page = article(zh.news, **REPOST, source=source())
    assert "版权归原作者所有。" in reading.main(client, page.url)
    links = reading.links(client, page.url)
    assert links["示例日报"] == "https://daily.example/1"
    assert texts.contact_url in links.values()


def test_an_original_shows_no_disclaimer(zh: Tree, texts: SiteTexts, client: Client) -> None:
    page = article(zh.news, source=source("本站"))
    words = reading.main(client, page.url)
    assert "本站" in words
    assert "版权归原作者所有。" not in words
    assert texts.contact_url not in reading.links(client, page.url).values()


def test_the_lead_picture_has_alternative_text_caption_and_credit(zh: Tree, client: Client) -> None:
    picture = image(credit="赵摄", description="不是它")
    page = article(zh.news, lead_image=picture, lead_image_alt="一张桌子", lead_image_caption="桌子上的图")
    soup = reading.page(client, page.url)
    assert soup.find("img", alt="一张桌子") is not None
    words = reading.main(client, page.url)
    assert "桌子上的图" in words
    assert "赵摄" in words


def test_attachments_can_be_downloaded(zh: Tree, client: Client) -> None:
    attached = document("通知全文")
    page = article(zh.news, attachments=[("file", {"title": "", "document": attached})])
    link = next(url for words, url in reading.links(client, page.url).items() if "通知全文" in words)
    response = client.get(link)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"text"  # type: ignore[attr-defined]  # a served file
    response.close()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, []),
        (REPOST, []),
        ({"title": "长" * 256}, ["title"]),
        ({"title": "长" * 255}, []),
        ({"source_url": "javascript:alert(1)"}, ["source_url"]),
    ],
)
def test_what_is_wrong_is_said_at_its_field(fields: dict[str, Any], wrong: list[str]) -> None:
    page = ArticlePage(**({"title": "座谈会"} | fields))
    assert refused(page) == wrong


def test_a_lead_picture_needs_alternative_text() -> None:
    picture = image()
    assert refused(ArticlePage(title="座谈会", lead_image=picture)) == ["lead_image_alt"]
    assert refused(ArticlePage(title="座谈会", lead_image=picture, lead_image_alt="桌子")) == []


def test_what_an_article_names_is_shown_in_the_readers_language(zh: Tree, en: Tree, client: Client) -> None:
    library, plan = institution(zh.directory, "示例图书馆"), campaign(zh.campaigns, "创建行动")
    untranslated = institution(zh.directory, "只有中文的机构")
    tag = term(Tag, "工业设计", slug="industry", locale=zh.locale)
    for original, title in ((library, "Sample library"), (plan, "The campaign")):
        translation = original.copy_for_translation(en.locale)
        translation.title = title
        published(translation)
    english_tag = tag.copy_for_translation(en.locale)
    english_tag.name = "Industrial design"
    english_tag.save()
    page = published(
        article(en.news, "Symposium"),
        article_institutions=[ArticleInstitution(institution=one) for one in (library, untranslated)],
        article_campaigns=[ArticleCampaign(campaign=plan)],
        article_tags=[ArticleTag(tag=tag)],
    )
    links = reading.links(client, page.url)
    assert {"Sample library", "The campaign", "Industrial design"} <= links.keys()
    assert links["Industrial design"] == "/en/news/?tag=industry"
    assert "只有中文的机构" not in reading.main(client, page.url)


def test_an_article_that_names_more_costs_no_more_queries(zh: Tree, client: Client) -> None:
    def naming(count: int) -> list[str]:
        named = [institution(zh.directory, f"机构{number}") for number in range(count)]
        page = article(zh.news, category=filed, body=BODY)
        published(page, article_institutions=[ArticleInstitution(institution=one) for one in named])
        return reading.queries(client, page.url)

    filed = category("政策")
    few, many = naming(1), naming(7)
    assert len(few) == len(many)
    assert len(few) < 30


@pytest.mark.parametrize("title", ["长" * 255, "W" * 255, "unbroken" * 5])
def test_a_headline_of_any_length_is_shown_whole(zh: Tree, client: Client, title: str) -> None:
    page = article(zh.news, title)
    assert title in reading.main(client, page.url)
    assert len(page.slug) <= 80
