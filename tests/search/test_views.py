"""The results page and the suggestions, as the database answers them."""

from typing import Any

import pytest
from django.db.models import Value
from django.db.models.functions import Replace
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page, PageViewRestriction

from designcity.models import SiteTexts
from institutions.models import District
from news.models import ArticlePage
from search.asking.results import Kind
from tests import reading
from tests.conftest import Tree
from tests.everything import PAGE_TYPES
from tests.factories import (
    article,
    call,
    call_index,
    campaign,
    event,
    event_index,
    institution,
    on_site,
    standard_page,
    term,
)

pytestmark = pytest.mark.django_db

RESULTS, SUGGEST = "/zh-hans/search/", "/zh-hans/search/suggest/"


@pytest.fixture(autouse=True)
def _from_the_database(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = ""


def _found(client: Client, text: str, address: str = RESULTS, **params: Any) -> list[str]:
    soup = reading.page(client, address, q=text, **params)
    return [" ".join(link.get_text("").split()) for link in soup.select("main ol li h3 a")]


def test_results_lead_to_pages_whose_home_page_has_another_path_by_now(zh: Tree, client: Client) -> None:
    page = article(zh.news, "座谈会召开")
    address = page.get_url()  # the paths of home pages are kept in this process from now on
    elsewhere = Replace("url_path", Value(zh.home.url_path), Value("/elsewhere/"))
    Page.objects.filter(path__startswith=zh.home.path).update(url_path=elsewhere)
    link = reading.one(reading.page(client, RESULTS, q="座谈"), "main ol li h3 a")
    assert link["href"] == address


def test_title_summary_and_body_are_searched_titles_first(zh: Tree, client: Client) -> None:
    article(zh.news, "甲", body=[("text", "<p>正文里有座谈会。</p>")])
    article(zh.news, "乙", summary="摘要里有座谈会。")
    article(zh.news, "座谈会召开")
    article(zh.news, "展览开幕")
    found = _found(client, "座谈")
    assert found[0] == "座谈会召开"
    assert sorted(found[1:]) == sorted(["甲", "乙"])


def test_every_word_must_occur(en: Tree, client: Client) -> None:
    article(en.news, "A symposium on platforms")
    article(en.news, "A symposium")
    assert _found(client, "PLATFORMS symposium", "/en/search/") == ["A symposium on platforms"]


def test_each_language_finds_its_own(zh: Tree, en: Tree, client: Client) -> None:
    article(zh.news, "Design 设计")
    article(en.news, "Design")
    assert _found(client, "design", kind="news")[0] == "Design 设计"
    assert _found(client, "design", "/en/search/", kind="news")[0] == "Design"


@pytest.mark.parametrize("kind", ["news", "institution", "campaign", "event", "call", "page"])
def test_one_kind_can_be_chosen(zh: Tree, client: Client, kind: str) -> None:
    article(zh.news, "示例 news")
    institution(zh.directory, "示例 institution")
    campaign(zh.campaigns, "示例 campaign")
    event(event_index(zh.home), "示例 event")
    call(call_index(zh.home), "示例 call")
    standard_page(zh.home, "示例 page")
    assert _found(client, "示例", kind=kind) == [f"示例 {kind}"]
    assert len(_found(client, "示例", kind="nonsense")) == 6


def test_every_kind_of_page_is_a_kind_of_result() -> None:
    assert {model.kind for model in PAGE_TYPES} <= set(Kind.values)


def test_a_hit_shows_the_day_of_an_event_and_the_last_of_a_call(zh: Tree, client: Client) -> None:
    event(event_index(zh.home), "示例论坛", starts_at=on_site(2027, 5, 20, 1))
    call(call_index(zh.home), "示例征集", closes_at=on_site(2027, 4, 1))
    found = {}
    for hit in reading.page(client, RESULTS, q="示例").select("main .hit"):
        found[reading.one(hit, "h3").get_text()] = reading.one(hit, "time")["datetime"]
    assert found == {"示例论坛": "2027-05-20", "示例征集": "2027-03-31"}


@pytest.mark.parametrize("word", ["书架路", "任何人", "样机", "记一周", "图书馆", "南区"])
def test_events_and_calls_are_found_by_what_they_say(zh: Tree, client: Client, word: str) -> None:
    south = term(District, "南区", locale=zh.locale)
    event(event_index(zh.home), "论坛", place="图书馆", address="书架路一号", district=south)
    steps = [("step", {"title": "看一看", "text": "记一周"})]
    call(call_index(zh.home), "征集", who_may_enter="<p>任何人。</p>", offer="<p>样机一件</p>", steps=steps)
    assert len(_found(client, word)) == 1


def test_what_the_public_may_not_read_is_never_found(zh: Tree, en: Tree, client: Client) -> None:
    PageViewRestriction.objects.create(page=article(zh.news, "秘密 内部"), restriction_type="login")
    section = standard_page(zh.home, "秘密 栏目")
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    standard_page(section, "秘密 栏目之下")
    article(zh.news, "秘密 撤下").unpublish()
    zh.news.add_child(instance=ArticlePage(title="秘密 草稿", live=False))
    changed = article(zh.news, "公开")
    changed.title = "秘密 改稿"
    changed.save_revision()
    article(en.news, "秘密 english").unpublish()
    assert _found(client, "秘密") == []
    assert client.get(SUGGEST, {"q": "秘密"}).json()["total"] == 0


def test_a_placeholder_of_an_untranslated_page_is_not_found(zh: Tree, en: Tree, client: Client) -> None:
    original = article(zh.news, "只有中文")
    original.copy_for_translation(en.locale, alias=True)
    soup = reading.page(client, "/en/search/", q="只有中文")
    assert [link["href"] for link in soup.select("main ol li h3 a")] == [original.url]


def test_the_results_page_is_kept_out_of_search_engines(zh: Tree, client: Client) -> None:
    robots = reading.page(client, RESULTS, q="设计").select_one("meta[name=robots]")
    assert robots is not None
    assert "noindex" in robots["content"]


def test_the_page_says_that_its_results_are_simpler(zh: Tree, en: Tree, client: Client) -> None:
    notice = "The full search is resting. These are simpler results."
    assert notice in reading.main(client, "/en/search/", q="design")
    assert notice not in reading.main(client, "/en/search/")


def test_the_page_says_that_a_long_query_was_cut(zh: Tree, en: Tree, client: Client) -> None:
    words = reading.main(client, "/en/search/", q="design " * 40)
    assert "only its beginning was searched for" in words


def test_the_query_stands_in_the_field_as_text(zh: Tree, client: Client) -> None:
    soup = reading.page(client, RESULTS, q='"><script>alert(1)</script>')
    assert "alert(1)" not in "".join(script.get_text() for script in soup.find_all("script"))
    field = soup.select_one("main input[name=q]")
    assert field is not None
    assert field["value"] == '"><script>alert(1)</script>'


def test_little_found_brings_what_the_other_language_has(zh: Tree, en: Tree, client: Client) -> None:
    page = article(en.news, "Symposium held")
    assert reading.links(client, RESULTS, q="symposium")["Symposium held"] == page.url
    assert "Symposium held" in reading.links(client, RESULTS, q="symposium", kind="news")
    assert "Symposium held" not in reading.links(client, RESULTS, q="symposium", kind="institution")


@pytest.mark.parametrize("text", ["", "xyz"])
def test_editors_choose_where_to_start_while_there_is_nothing_to_show(
    zh: Tree, en: Tree, client: Client, text: str
) -> None:
    links = [("link", {"page": zh.campaigns, "label": "五大行动"}), ("link", {"page": zh.directory})]
    texts = SiteTexts.objects.create(locale=zh.locale, site_name="设计之都", search_links=links)
    places = reading.one(reading.page(client, RESULTS, q=text), ".help__places")
    assert places.get_text(" ").split() == ["五大行动", "机构"]
    texts.search_links, texts.navigation = [], [("link", {"page": zh.news})]
    texts.save()
    places = reading.one(reading.page(client, RESULTS, q=text), ".help__places")
    assert places.get_text(" ").split() == ["新闻"]


@pytest.mark.parametrize(("asked", "found"), [("1", 3), ("2", 2), ("3", 2), ("-1", 3), ("x", 3), ("9" * 40, 2)])
def test_any_page_number_shows_results(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch, asked: str, found: int
) -> None:
    for module in ("asking.query", "asking.results", "asking.database", "readers.views"):
        monkeypatch.setattr(f"search.{module}.PER_PAGE", 3)
    for number in range(5):
        article(zh.news, f"示例{number}")
    assert len(_found(client, "示例", page=asked)) == found


BAD = [
    "",
    " ",
    "*",
    "%",
    "_",
    "\\",
    '"',
    "'; DROP TABLE",
    "title:(a AND",
    "AND OR NOT",
    "/.*/",
    "a~0.8 b^9",
    "{}[]<>&",
    "\x1b\x07\r\n\t",
    "\u200b\u202e\ufeff",
    "🙂👩‍👩‍👧",
    "e\u0301" * 200,
    "設計之都",
    "a" * 10_000,
    "设" * 10_000,
    "a " * 5_000,
]


@pytest.mark.parametrize("address", [RESULTS, SUGGEST])
@pytest.mark.parametrize("text", BAD)
def test_no_query_is_an_error(zh: Tree, client: Client, address: str, text: str) -> None:
    article(zh.news)
    assert client.get(address, {"q": text}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/zh-hans/search/?q=%00", 400),
        ("/zh-hans/search/suggest/?q=a%00b", 400),
        ("/zh-hans/search/?q=%ED%A0%80", 200),
        ("/zh-hans/search/?q=%FF%FE%80", 200),
        ("/zh-hans/search/?q=%", 200),
        ("/zh-hans/search/?q=%zz&q=%E8%AE", 200),
        ("/zh-hans/search/?q=a&q=b&q=c", 200),
        ("/zh-hans/search/?q[]=a&q[$ne]=b", 200),
        ("/zh-hans/search/?page=-1", 200),
        ("/zh-hans/search/?q=a&page=-1", 200),
        ("/zh-hans/search/?q=a&page=1e9", 200),
        ("/zh-hans/search/?q=a&page=%D9%A3", 200),
        ("/zh-hans/search/?q=a&kind=nothing", 200),
        ("/zh-hans/search/?q=a&kind=news&kind=page", 200),
        ("/zh-hans/search/?" + "&".join(f"x{number}=1" for number in range(900)), 200),
        ("/zh-hans/search", 301),
        ("/xx/search/", 404),
        ("/xx/search/suggest/?q=a", 404),
        ("/zh-hans/search/nothing/", 404),
    ],
)
def test_whatever_stands_in_the_address_gets_a_page_or_a_clear_refusal(
    zh: Tree, en: Tree, client: Client, address: str, status: int
) -> None:
    response = client.get(address)
    if status == 404 and response.status_code == 302:
        response = client.get(response["Location"])
    assert response.status_code == status


@pytest.mark.parametrize("address", [RESULTS, SUGGEST])
@pytest.mark.parametrize(("method", "status"), [("post", 405), ("put", 405), ("delete", 405), ("head", 200)])
def test_the_search_only_reads(zh: Tree, client: Client, address: str, method: str, status: int) -> None:
    assert getattr(client, method)(address).status_code == status


def test_suggestions_come_in_groups_with_the_match_marked(zh: Tree, client: Client) -> None:
    institution(zh.directory, "座谈机构", summary="市里的机构。")
    page = article(zh.news, "召开座谈会", summary="市里召开。")
    answer = client.get(SUGGEST, {"q": "  座谈 "}).json()
    assert answer["query"] == "座谈"
    assert answer["total"] == 2
    assert [group["kind"] for group in answer["groups"]] == ["news", "institution"]
    [row] = answer["groups"][0]["items"]
    assert row | {"date": ""} == {
        "id": page.pk,
        "image": "",
        "title": "召开座谈会",
        "marks": [[2, 4]],
        "url": page.url,
        "date": "",
        "summary": "",
        "lang": "zh-Hans",
        "dir": "ltr",
    }
    [other] = answer["groups"][1]["items"]
    assert other["summary"] == "市里的机构。"


def test_no_more_suggestions_come_than_fit(zh: Tree, client: Client) -> None:
    for number in range(10):
        article(zh.news, f"示例{number}")
    assert len(client.get(SUGGEST, {"q": "示例"}).json()["groups"][0]["items"]) == 8


def test_one_kind_does_not_push_out_the_others(zh: Tree, client: Client) -> None:
    for number in range(10):
        article(zh.news, f"示例{number}")
    institution(zh.directory, "示例机构")
    groups = client.get(SUGGEST, {"q": "示例"}).json()["groups"]
    assert {group["kind"]: len(group["items"]) for group in groups} == {"news": 7, "institution": 1}


def test_an_empty_query_has_no_suggestions(zh: Tree, client: Client) -> None:
    assert client.get(SUGGEST).json() == {"query": "", "groups": [], "total": 0}


def test_an_unchanged_answer_is_not_sent_again(zh: Tree, client: Client) -> None:
    article(zh.news, "座谈会")
    first = client.get(SUGGEST, {"q": "座谈"})
    assert first["Cache-Control"] == "private, max-age=5"
    again = client.get(SUGGEST, {"q": "座谈"}, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]
    article(zh.news, "又一次座谈会")
    changed = client.get(SUGGEST, {"q": "座谈"}, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]
