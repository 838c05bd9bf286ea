"""A source is one record in every language: readers, feeds and machines get its name in theirs."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import models
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from newsroom.models import RoleKey
from provenance.models import Source
from tests import reading
from tests.conftest import Tree
from tests.factories import article, image, published, source
from tests.newsroom.people import browser, member
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def daily(zh: Tree, en: Tree) -> Source:
    """A newspaper with a name in each language."""
    made = source("示例日报", locale=zh.locale, website="https://daily.example/")
    english = made.copy_for_translation(en.locale)
    english.name = "Sample Daily"
    english.save()
    return made


def _repost(tree: Tree, daily: Source, **fields: Any) -> Any:
    address = "https://daily.example/1"
    return article(tree.news, "转载", source_kind="repost", source=daily, source_url=address, **fields)


def _structured(client: Client, address: str) -> Any:
    soup = reading.page(client, address)
    [script] = soup.find_all("script", type="application/ld+json")
    return json.loads(str(script.string))


def test_a_translated_article_names_its_source_in_the_readers_language(
    zh: Tree, en: Tree, daily: Source, client: Client
) -> None:
    translation = translate(_repost(zh, daily), en.locale)
    assert translation.source == daily.get_translation(en.locale)
    assert reading.links(client, translation.url)["Sample Daily"] == "https://daily.example/1"


def test_a_source_without_a_name_there_keeps_its_own(zh: Tree, en: Tree, client: Client) -> None:
    translation = translate(_repost(zh, source("晚报", locale=zh.locale)), en.locale)
    assert "晚报" in reading.links(client, translation.url)


def test_an_untranslated_article_names_its_source_in_the_readers_language(
    zh: Tree, en: Tree, daily: Source
) -> None:
    placeholder = _repost(zh, daily).copy_for_translation(en.locale, alias=True)
    assert str(placeholder.specific.shown_source) == "Sample Daily"


def test_lists_name_the_source_of_what_is_reposted(zh: Tree, daily: Source, client: Client) -> None:
    _repost(zh, daily)
    article(zh.news, "自己的", source=source("编辑部", locale=zh.locale))
    words = reading.main(client, zh.news.url)
    assert "示例日报" in words
    assert "编辑部" not in words


def test_news_are_filtered_by_their_source(zh: Tree, daily: Source, client: Client) -> None:
    _repost(zh, daily)
    article(zh.news, "别处的消息")
    words = reading.main(client, f"{zh.news.url}?source={daily.slug}")
    assert "转载" in words
    assert "别处的消息" not in words


def test_more_sources_cost_a_list_no_more_queries(zh: Tree, client: Client) -> None:
    _repost(zh, source("甲", locale=zh.locale))
    few = reading.queries(client, zh.news.url)
    for name in "乙丙丁":
        _repost(zh, source(name, locale=zh.locale))
    assert len(reading.queries(client, zh.news.url)) == len(few)


def test_machines_read_whom_an_article_comes_from(zh: Tree, daily: Source, client: Client) -> None:
    page = _repost(zh, daily, author="</script><b>王文")
    data = _structured(client, page.url)
    party = {"@type": "Organization", "name": "示例日报", "url": "https://daily.example/"}
    assert data["@type"] == "NewsArticle"
    assert data["sourceOrganization"] == party
    assert data["isBasedOn"] == {
        "@type": "CreativeWork",
        "url": "https://daily.example/1",
        "publisher": party,
    }
    assert data["author"]["name"] == "</script><b>王文"


def test_nothing_is_told_to_machines_of_an_unknown_source(zh: Tree, client: Client) -> None:
    data = _structured(client, article(zh.news).url)
    assert not {"sourceOrganization", "isBasedOn", "author"} & data.keys()


def test_the_credit_of_a_picture_names_its_source_in_the_readers_language(
    zh: Tree, en: Tree, daily: Source, client: Client
) -> None:
    picture = image(credit="Li", source=daily, licence="cc-by")
    for tree, line in ((zh, "Li / 示例日报 / CC BY"), (en, "Li / Sample Daily / CC BY")):
        page = article(tree.news, lead_image=picture, lead_image_alt="x")
        assert line in reading.main(client, page.url)


def test_a_credit_that_names_the_source_already_does_not_repeat_it(zh: Tree, daily: Source) -> None:
    assert image(credit="李 / 示例日报", source=daily).credit_line == "李 / 示例日报"


def test_what_the_source_language_says_of_kind_and_permission_holds_in_all(
    zh: Tree, en: Tree, daily: Source
) -> None:
    english = daily.get_translation(en.locale)
    english.kind = "agency"
    english.save()
    assert english.kind == "media"
    daily.kind = "government"
    daily.save()
    english.refresh_from_db()
    assert english.kind == "government"


def test_two_names_that_read_alike_have_two_addresses(zh: Tree) -> None:
    assert [source(name, locale=zh.locale).slug for name in ("日报", "日報")] == ["ri-bao", "ri-bao-2"]


def _make(client: Client, name: str, locale: str = "zh-hans") -> Any:
    namespace = Source.snippet_viewset.chooser_viewset.url_namespace
    address = f"{reverse(f'{namespace}:create')}?locale={locale}"
    return client.post(address, {"name": name, "kind": "media", "website": ""})


def test_a_writer_makes_a_source_without_leaving_the_page(zh: Tree, en: Tree) -> None:
    writer = browser(member(RoleKey.WRITER))
    answer = _make(writer, "新的报纸").json()
    made = Source.objects.get()
    assert (answer["step"], answer["result"]["id"]) == ("chosen", str(made.pk))
    assert made.locale.language_code == "zh-hans"
    assert made.slug == "xin-de-bao-zhi"
    _make(writer, "The Paper", "en")
    assert Source.objects.get(name="The Paper").locale == Locale.objects.get(language_code="en")


def test_a_source_that_stands_in_the_list_is_not_made_again(zh: Tree, daily: Source) -> None:
    answer = _make(browser(member(RoleKey.WRITER)), "示例日报").json()
    assert answer["step"] == "reshow_creation_form"
    assert "choose it" in BeautifulSoup(answer["htmlFragment"], "html.parser").get_text()
    assert Source.objects.count() == 2


def test_a_source_that_is_named_is_not_deleted(zh: Tree, daily: Source) -> None:
    _repost(zh, daily)
    with pytest.raises(models.ProtectedError):
        daily.delete()


def test_a_source_keeps_a_name_of_any_length(zh: Tree) -> None:
    made = source("长" * 255, locale=zh.locale)
    made.full_clean()
    assert len(made.slug) <= 120
    assert published(article(zh.news, source=made)).source == made


def test_the_form_of_a_picture_has_a_chooser_that_lists_each_source_once(
    zh: Tree, en: Tree, daily: Source
) -> None:
    source("The Paper", locale=en.locale)
    officer, english = browser(member(RoleKey.RIGHTS_OFFICER)), daily.get_translation(en.locale)
    response = officer.get(reverse("wagtailimages:edit", args=[image(source=english).pk]))
    assert english.name in response.content.decode()
    chooser = response.context["form"].fields["source"].widget.get_chooser_modal_url()
    listed = BeautifulSoup(officer.get(chooser).json()["html"], "html.parser").select("td.title")
    assert {" ".join(cell.get_text(" ").split()) for cell in listed} == {daily.name, "The Paper"}


def test_a_picture_is_saved_with_the_source_that_was_chosen(zh: Tree, daily: Source) -> None:
    officer, picture = browser(member(RoleKey.RIGHTS_OFFICER)), image("Chair")
    address = reverse("wagtailimages:edit", args=[picture.pk])
    form = {"title": "Chair", "source": daily.pk, "collection": picture.collection_id}
    assert officer.post(address, form).status_code == 302
    picture.refresh_from_db()
    assert picture.source == daily


def test_a_picture_that_is_uploaded_in_a_chooser_names_each_source_once_in_a_list(
    zh: Tree, en: Tree, daily: Source
) -> None:
    html = browser(member(RoleKey.RIGHTS_OFFICER)).get(reverse("wagtailimages_chooser:choose")).json()["html"]
    options = BeautifulSoup(html, "html.parser").select("select[name=image-chooser-upload-source] option")
    assert [option["value"] for option in options] == ["", str(daily.pk)]
