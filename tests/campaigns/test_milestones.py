"""The milestones of the city stand by their dates, as much of these as is known."""

import datetime
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError

from campaigns.blocks import CityMilestone
from campaigns.models import MilestonesPage
from designcity import dated
from search.indexing.documents import compose
from tests import reading
from tests.conftest import Tree
from tests.factories import article, campaign, image, index_of, institution, published
from tests.translating import translate

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def milestone(year: int, title: str, month: int = 1, **fields: Any) -> tuple[str, dict[str, Any]]:
    """Return an entry of the timeline, of which the year is known unless said otherwise."""
    empty = {"precision": "year", "text": "", "image": None, "alt_text": "", "page": None}
    return "milestone", empty | {"date": datetime.date(year, month, 1), "title": title} | fields


def timeline(tree: Tree, *milestones: tuple[str, dict[str, Any]]) -> MilestonesPage:
    """Return the published milestones page of a tree."""
    page: MilestonesPage = index_of(
        MilestonesPage, tree.home, "大事记", slug="milestones", milestones=list(milestones)
    )
    return page


def test_the_milestones_stand_by_year_in_the_order_of_their_dates(zh: Tree, client: Client) -> None:
    page = timeline(
        zh, milestone(2026, "丁", 9), milestone(2008, "甲"), milestone(2023, "乙"), milestone(2026, "丙", 1)
    )
    soup = reading.page(client, page.url)
    assert [year.get_text() for year in soup.select("main h2")] == ["2008", "2023", "2026"]
    assert [title.get_text() for title in soup.select(".milestones h3")] == ["甲", "乙", "丙", "丁"]
    assert reading.one(soup, 'nav a[href="#year-2008"]').get_text() == "2008"


def test_a_milestone_shows_its_picture_and_leads_to_its_page(zh: Tree, client: Client) -> None:
    pages = [article(zh.news, "座谈会"), campaign(zh.campaigns, "创建行动"), institution(zh.directory, "学院")]
    entries = [milestone(2026, str(number), page=page) for number, page in enumerate(pages)]
    picture = image(credit="示例摄影")
    shown = milestone(2023, "加入网络", text="类别为设计。", image=picture, alt_text="五个圆点")
    page = timeline(zh, shown, *entries)
    links = reading.links(client, page.url)
    assert [links[one.title] for one in pages] == [one.url for one in pages]
    assert reading.page(client, page.url).find("img", alt="五个圆点") is not None
    assert "示例摄影" in reading.main(client, page.url)


def test_institutions_and_campaigns_list_the_milestones_that_lead_to_them(
    zh: Tree, en: Tree, client: Client
) -> None:
    pages = [institution(zh.directory, "学院"), campaign(zh.campaigns, "创建行动")]
    english = [translate(page, en.locale, slug=f"page-{page.pk}") for page in pages]
    entries = [milestone(year, f"{page.title}{year}", page=page) for page in pages for year in (2023, 2026)]
    shown = timeline(zh, milestone(2008, "别的"), *entries)
    translate(shown, en.locale, slug="milestones")
    for page, translated in zip(pages, english, strict=True):
        soup = reading.page(client, page.url)
        titles = [link.get_text() for link in soup.select(".milestone__title a")]
        assert titles == [f"{page.title}2026", f"{page.title}2023"]
        assert "别的" not in reading.main(client, page.url)
        target = str(reading.page(client, page.url).select(".milestone__title a")[0]["href"])
        assert reading.page(client, shown.url).find(id=target.partition("#")[2]) is not None
        assert f"English of {page.title}2026" in reading.main(client, translated.url)


def test_more_milestones_of_an_institution_cost_no_more_queries(zh: Tree, client: Client) -> None:
    page = institution(zh.directory, "学院")
    picture: dict[str, Any] = {"image": image(), "alt_text": "图"}
    shown = timeline(zh, milestone(2023, "甲", page=page, **picture))
    few = reading.queries(client, page.url)
    shown.milestones = [milestone(2020 + number, "甲", page=page, **picture) for number in range(5)]
    published(shown)
    assert len(reading.queries(client, page.url)) == len(few)


@pytest.mark.parametrize(
    ("precision", "words", "machines"),
    [
        ("year", "2023", "2023"),
        ("month", "October 2023", "2023-10"),
        ("day", "Oct. 31, 2023", "2023-10-31"),
    ],
)
def test_no_more_is_said_of_a_date_than_is_known(precision: str, words: str, machines: str) -> None:
    day = datetime.date(2023, 10, 31)
    with translation.override("en"):
        assert dated.in_words(day, precision) == words
    assert dated.for_machines(day, precision) == machines


def test_the_timeline_is_translated_and_leads_to_pages_in_the_readers_language(
    zh: Tree, en: Tree, client: Client
) -> None:
    told, untold = article(zh.news, "座谈会"), article(zh.news, "只有中文")
    english_article = translate(told, en.locale, title="Symposium", slug="symposium")
    page = timeline(zh, milestone(2026, "座谈会召开", page=told), milestone(2026, "别的", page=untold))
    english = translate(page, en.locale, slug="milestones")
    words = reading.main(client, english.url)
    assert "English of 座谈会召开" in words
    assert "只有中文" not in words
    assert reading.links(client, english.url)["Symposium"] == english_article.url
    assert [entry.anchor for entry in english.entries] == [entry.anchor for entry in page.entries]


def test_a_page_without_milestones_says_so(zh: Tree, en: Tree, client: Client) -> None:
    english = timeline(zh).get_translation(en.locale)
    assert "There is no milestone yet." in reading.main(client, english.url)


def test_a_milestone_whose_page_was_deleted_stays(zh: Tree, client: Client) -> None:
    told = article(zh.news, "座谈会")
    page = timeline(zh, milestone(2026, "座谈会召开", page=told))
    told.delete()
    assert "座谈会召开" in reading.main(client, page.url)


def test_a_picture_needs_alternative_text() -> None:
    block = CityMilestone()
    _, value = milestone(2023, "加入网络", image=image())
    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python(block.get_prep_value(value)))
    assert list(refusal.value.block_errors) == ["alt_text"]


def test_more_milestones_cost_no_more_queries(zh: Tree, client: Client) -> None:
    def with_entries(count: int) -> list[Any]:
        pages = [institution(zh.directory, f"机构{count}-{number}") for number in range(count)]
        return [
            milestone(2000 + number, "甲", page=page, image=image(), alt_text="图")
            for number, page in enumerate(pages)
        ]

    page = timeline(zh, *with_entries(1))
    few = reading.queries(client, page.url)
    page.milestones = with_entries(6)
    many = reading.queries(client, published(page).url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30


def test_the_feed_has_the_latest_first_and_leads_to_places_on_the_timeline(zh: Tree, client: Client) -> None:
    page = timeline(zh, milestone(2008, "甲"), milestone(2023, "乙", text="类别为设计。"))
    root = fromstring(client.get(f"{page.url}feed/").content)
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["乙", "甲"]
    assert entries[0].findtext(f"{ATOM}summary") == "类别为设计。"
    places = [str(link.attrib["href"]) for entry in entries for link in entry.findall(f"{ATOM}link")]
    assert places == [f"{page.full_url}#{entry.anchor}" for entry in page.entries[::-1]]
    soup = reading.page(client, page.url)
    assert all(soup.find(id=place.partition("#")[2]) for place in places)


def test_the_search_finds_the_words_of_the_milestones_alone(zh: Tree) -> None:
    page = timeline(zh, milestone(2023, "加入网络", text="类别为设计。"))
    [found] = compose({page.pk})
    assert found.source["body"] == "加入网络\n类别为设计。"
