"""The address of a page that was taken down says so, when, and why."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from newsroom.models import Notice
from tests.conftest import Tree
from tests.factories import article, standard_page
from tests.newsroom.office import browser, person, take_down, words
from tests.reading import one, page
from tests.translating import translate

pytestmark = pytest.mark.django_db


def _gone(client: Client, address: str) -> BeautifulSoup:
    """Return the page of a 410."""
    response = client.get(address)
    assert response.status_code == 410, f"{address} answers {response.status_code}"
    return BeautifulSoup(response.content, "html.parser")


def _bulk(client: Client, *pages: Page, **fields: str) -> Any:
    ids = "&".join(f"id={one.pk}" for one in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    return client.post(f"{address}?{ids}&next=/admin/", fields)


def test_the_old_address_shows_the_notice_and_the_day(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken, notice="数据有误，核实后再发布。")
    soup = _gone(Client(), taken.url)
    shown = words(one(soup, "main"))
    assert "数据有误，核实后再发布。" in shown
    assert str(timezone.localdate().year) in shown
    assert one(soup, "html")["lang"] == "zh-Hans"
    assert one(soup, "meta[name=robots]")["content"] == "noindex"


def test_without_a_notice_a_sentence_stands_there(zh: Tree, en: Tree, editor: Client) -> None:
    taken = article(en.news, "A meeting")
    take_down(editor, taken)
    soup = _gone(Client(), taken.url)
    assert "has been offline since" in words(one(soup, "main"))
    assert soup.select("main h2") == []


def test_the_way_back_leads_to_the_section_and_the_search_is_there(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken)
    soup = _gone(Client(), taken.url)
    assert one(soup, "main a.button")["href"] == zh.news.url
    assert one(soup, "main form[role=search]")["action"] == "/zh-hans/search/"


def test_the_way_back_passes_over_a_section_that_is_down_too(zh: Tree, editor: Client) -> None:
    section = standard_page(zh.home, "栏目")
    taken = standard_page(section, "下级")
    take_down(editor, section, include_descendants="on", notice="整栏下线。")
    soup = _gone(Client(), taken.url)
    assert one(soup, "main a.button")["href"] == zh.home.url
    assert "整栏下线。" in words(soup)


def test_a_page_below_that_was_down_before_keeps_its_own_notice(zh: Tree, editor: Client) -> None:
    section = standard_page(zh.home, "栏目")
    before = standard_page(section, "下级")
    take_down(editor, before, notice="早已下线。")
    take_down(editor, section, include_descendants="on", notice="整栏下线。")
    assert "早已下线。" in words(_gone(Client(), before.url))
    assert "整栏下线。" in words(_gone(Client(), section.url))


def test_publishing_again_brings_the_page_back_and_removes_the_notice(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken, notice="稍后恢复。")
    taken.save_revision().publish()
    assert Client().get(taken.url).status_code == 200
    assert not Notice.objects.exists()


def test_planning_to_publish_again_leaves_the_notice_until_then(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken, notice="稍后恢复。")
    taken = Page.objects.get(pk=taken.pk).specific
    taken.go_live_at = timezone.now() + datetime.timedelta(days=1)
    taken.save_revision().publish()
    assert "稍后恢复。" in words(_gone(Client(), taken.url))


def test_a_page_that_was_never_published_is_not_found(zh: Tree, client: Client) -> None:
    draft = zh.news.add_child(instance=type(article(zh.news))(title="草稿", live=False))
    assert client.get(f"{zh.news.url}{draft.slug}/").status_code == 404
    assert client.get(f"{zh.news.url}nowhere/").status_code == 404


def test_a_page_taken_down_before_there_were_notices_is_gone_without_a_day(zh: Tree, en: Tree) -> None:
    taken = article(en.news, "A meeting")
    taken.unpublish()
    Notice.objects.all().delete()
    soup = _gone(Client(), taken.url)
    assert "What was here is no longer online." in words(one(soup, "main"))
    assert "A meeting" not in soup.get_text()


def test_what_readers_never_had_stays_unknown(zh: Tree, en: Tree) -> None:
    index = translate(zh.news, en.locale) if zh.news.get_translation_or_none(en.locale) is None else en.news
    source = article(zh.news, "还没译好")
    translation = source.copy_for_translation(en.locale)
    later = timezone.now() + datetime.timedelta(days=1)
    model = type(source)
    kept_back = zh.news.add_child(instance=model(title="解禁前", live=False, embargo_until=later))
    kept_back.save_revision().publish()
    planned = zh.news.add_child(instance=model(title="定时", live=False, go_live_at=later))
    planned.save_revision().publish()
    for address in (
        f"{index.url}{translation.slug}/",
        f"{zh.news.url}{kept_back.slug}/",
        f"{zh.news.url}{planned.slug}/",
    ):
        assert Client().get(address).status_code == 404


def test_a_private_page_that_is_down_stays_unknown(zh: Tree) -> None:
    taken = article(zh.news)
    PageViewRestriction.objects.create(page=taken, restriction_type=PageViewRestriction.LOGIN)
    taken.unpublish()
    Notice.objects.all().delete()
    assert Client().get(taken.url).status_code == 404


def test_a_page_that_ran_out_says_so(zh: Tree, en: Tree, client: Client) -> None:
    page_ = article(en.news, "A call")
    type(page_).objects.filter(pk=page_.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    soup = _gone(client, page_.url)
    assert "run out" in words(one(soup, "h1"))
    assert "meant to be online until" in words(one(soup, "main"))


def test_many_pages_are_taken_down_with_one_notice(zh: Tree, editor: Client) -> None:
    pages = [article(zh.news, f"第{number}篇") for number in range(3)]
    left = article(zh.news, "留下")
    assert _bulk(editor, *pages, notice="合并为一篇。").status_code == 302
    for taken in pages:
        assert "合并为一篇。" in words(_gone(Client(), taken.url))
    assert Client().get(left.url).status_code == 200


def test_many_pages_go_with_those_below_them(zh: Tree, editor: Client) -> None:
    section = standard_page(zh.home, "栏目")
    below = standard_page(section, "下级")
    _bulk(editor, section, include_descendants="on", notice="整栏下线。")
    assert "整栏下线。" in words(_gone(Client(), below.url))


def test_the_field_is_offered_before_one_page_and_before_many(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    single = reverse("wagtailadmin_pages:unpublish", args=[taken.pk])
    for address in (single, f"{many}?id={taken.pk}&next=/admin/"):
        field = one(page(editor, address), "textarea[name=notice]")
        assert field["maxlength"] == "600"


def test_before_a_page_is_taken_down_the_languages_that_stay_are_named(
    zh: Tree, en: Tree, editor: Client
) -> None:
    taken = article(zh.news)
    address = reverse("wagtailadmin_pages:unpublish", args=[taken.pk])
    taken.copy_for_translation(en.locale, alias=True)
    assert "these stay online" not in words(page(editor, address))
    english = translate(taken, en.locale)
    shown = page(editor, address)
    assert "these stay online" in words(shown)
    assert shown.select(f'a[href="{reverse("wagtailadmin_pages:unpublish", args=[english.pk])}"]')


@pytest.mark.parametrize("many", [False, True])
def test_a_notice_that_is_too_long_is_asked_for_again_and_nothing_is_lost(
    zh: Tree, editor: Client, many: bool
) -> None:
    taken, text = article(zh.news), "长" * 601
    response = _bulk(editor, taken, notice=text) if many else take_down(editor, taken, notice=text)
    soup = BeautifulSoup(response.content, "html.parser")
    assert text in one(soup, "textarea[name=notice]").get_text()
    assert one(soup, ".error-message")
    assert Page.objects.get(pk=taken.pk).live


def test_what_is_written_is_shown_as_text(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken, notice="<script>alert(1)</script>")
    soup = _gone(Client(), taken.url)
    assert "<script>alert(1)</script>" in words(one(soup, "main"))
    assert one(soup, "main").select("script") == []


def test_a_placeholder_follows_the_page_whose_text_it_showed(zh: Tree, en: Tree, editor: Client) -> None:
    taken = article(zh.news)
    placeholder = taken.copy_for_translation(en.locale, alias=True)
    placeholder.live = True
    placeholder.save()
    take_down(editor, taken, notice="数据有误。")
    soup = _gone(Client(), placeholder.url)
    assert one(soup, "html")["lang"] == "en"
    assert "数据有误。" in words(one(soup, "main div[lang=zh-Hans]"))
    taken.save_revision().publish()
    assert Client().get(placeholder.url).status_code == 200


def test_a_placeholder_says_that_its_source_ran_out(zh: Tree, en: Tree, client: Client) -> None:
    source = article(zh.news)
    placeholder = source.copy_for_translation(en.locale, alias=True)
    placeholder.live = True
    placeholder.save()
    type(source).objects.filter(pk=source.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert "run out" in words(one(_gone(client, placeholder.url), "h1"))


def test_a_translation_stays_online_and_is_offered(zh: Tree, en: Tree, editor: Client) -> None:
    taken = article(zh.news)
    english = translate(taken, en.locale)
    path = f"{en.news.url_path}{taken.slug}/"
    type(english).objects.filter(pk=english.pk).update(slug=taken.slug, url_path=path)
    take_down(editor, taken)
    assert one(_gone(Client(), taken.url), ".others a")["href"] == f"{en.news.url}{taken.slug}/"


def test_a_redirect_of_the_old_address_goes_before_the_notice(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken, notice="见新页面。")
    Redirect.add_redirect(taken.url, zh.home)
    response = Client().get(taken.url)
    assert response.status_code == 301
    assert response["Location"] == zh.home.url


def test_what_was_private_says_nothing(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    PageViewRestriction.objects.create(page=zh.news, restriction_type="login")
    take_down(editor, taken, notice="内部原因。")
    response = Client().get(taken.url)
    assert response.status_code == 404
    assert "内部原因" not in response.content.decode()


def test_the_title_of_what_was_taken_down_is_not_told(zh: Tree, editor: Client) -> None:
    taken = article(zh.news, "不该写的标题")
    take_down(editor, taken)
    assert "不该写的标题" not in str(_gone(Client(), taken.url))


def test_a_deleted_page_leaves_no_notice(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken, notice="已删除。")
    Page.objects.get(pk=taken.pk).delete()
    assert Client().get(taken.url).status_code == 404
    assert not Notice.objects.exists()


def test_an_address_that_is_nowhere_costs_one_query_for_notices(zh: Tree, client: Client) -> None:
    for number in range(5):
        article(zh.news, f"第{number}篇").unpublish()
    client.get("/zh-hans/nowhere/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/zh-hans/nowhere/")
    assert len([query for query in captured.captured_queries if "newsroom_notice" in query["sql"]]) == 1


@pytest.mark.parametrize(
    "address", ["/", "/x", "//", "/zh-hans", "/xx/news/", "/admin/nowhere/", "/media/images/x"]
)
def test_strange_addresses_are_no_error(zh: Tree, client: Client, address: str) -> None:
    assert client.get(address).status_code < 500


def test_the_notice_can_be_written_afterwards(zh: Tree, editor: Client) -> None:
    taken = article(zh.news)
    take_down(editor, taken)
    address = reverse("newsroom_notice", args=[taken.pk])
    soup = page(editor, reverse("wagtailadmin_pages:edit", args=[taken.pk]))
    assert soup.select(f'a[href="{address}"]') != []
    editor.post(address, {"notice": "后来写的。"})
    assert "后来写的。" in words(_gone(Client(), taken.url))
    assert "后来写的。" in one(page(editor, address), "textarea").get_text()
    assert editor.post(address, {"notice": "长" * 601}).status_code == 200
    assert "后来写的。" in words(_gone(Client(), taken.url))


def test_only_those_who_may_publish_write_notices(zh: Tree) -> None:
    taken = article(zh.news)
    taken.unpublish()
    address = reverse("newsroom_notice", args=[taken.pk])
    writer = browser(person("writer", zh.news, "add", "change"))
    assert writer.post(address, {"notice": "不许写。"}).status_code == 302
    assert take_down(writer, taken, notice="不许写。").status_code == 302
    assert Notice.objects.get().text == ""
    publisher = browser(person("publisher", zh.news, "publish"))
    assert publisher.get(address).status_code == 200


def test_a_page_that_is_online_has_no_notice_to_edit(zh: Tree, editor: Client) -> None:
    address = reverse("newsroom_notice", args=[article(zh.news).pk])
    assert editor.get(address, follow=True).status_code == 404
