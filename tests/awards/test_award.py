"""An award shows the works that it went to, each at an address of its own."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from awards.models import AwardCampaign, AwardGiver, AwardIndexPage, AwardPage, Work
from search.indexing.documents import compose
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.factories import award, campaign, image, index_of, institution, published
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(zh: Tree) -> AwardIndexPage:
    """The index of awards in Chinese."""
    found: AwardIndexPage = index_of(AwardIndexPage, zh.home, "奖项")
    return found


def work(tree: Tree, title: str = "六把椅子", **fields: Any) -> Work:
    """Return a work for the list of an award, not yet saved."""
    return Work(title=title, locale=tree.locale, **fields)


def test_the_works_are_shown_with_what_is_said_of_them(index: AwardIndexPage, zh: Tree, client: Client) -> None:
    college = institution(zh.directory, "示例学院")
    chairs = work(
        zh,
        makers="示例小组",
        institution=college,
        prize="金奖",
        picture=image(credit="示例摄影"),
        picture_alt="六把不同的椅子",
        text="一块板材。",
    )
    lead: dict[str, Any] = {"lead_image": image(), "lead_image_alt": "奖章", "lead_image_caption": "评审现场"}
    page = published(award(index, awarded_by="示例协会", **lead), works=[chairs, work(zh, "夜班线路图")])
    soup = reading.page(client, page.url)
    assert [title.get_text() for title in soup.select(".works h3")] == ["六把椅子", "夜班线路图"]
    assert soup.find("img", alt="六把不同的椅子") is not None
    words = reading.main(client, page.url)
    for word in ("示例协会", "评审现场", "示例小组", "金奖", "一块板材。", "示例摄影"):
        assert word in words
    assert reading.links(client, page.url)["示例学院"] == college.url


def test_each_work_has_an_address_that_outlives_a_change_of_order(
    index: AwardIndexPage, zh: Tree, client: Client
) -> None:
    def anchors() -> dict[str, str]:
        links = reading.page(client, page.url).select(".works h3 a")
        return {link.get_text(): str(link["href"]) for link in links}

    page = published(award(index), works=[work(zh, "甲"), work(zh, "乙")])
    before = anchors()
    soup = reading.page(client, page.url)
    assert all(soup.find(id=anchor.removeprefix("#")) for anchor in before.values())
    assert len(set(before.values())) == 2
    first, second = page.works.all()
    published(page, works=[second, first])
    assert list(anchors()) == ["乙", "甲"]
    assert anchors() == before


def test_an_award_without_works_says_so(zh: Tree, en: Tree, client: Client) -> None:
    page = award(index_of(AwardIndexPage, zh.home, "奖项").get_translation(en.locale), "Sample award")
    assert "Its works are not listed yet." in reading.main(client, page.url)


def test_the_works_are_translated_under_the_same_addresses(zh: Tree, en: Tree, client: Client) -> None:
    college, untranslated = institution(zh.directory, "示例学院"), institution(zh.directory, "只有中文")
    english_college = translate(college, en.locale, title="Sample College", slug="college")
    page = published(
        award(index_of(AwardIndexPage, zh.home, "奖项")),
        works=[
            work(zh, makers="示例小组", institution=college, text="一块板材。", sort_order=0),
            work(zh, "乙", institution=untranslated, sort_order=1),
        ],
    )
    english = translate(page, en.locale, slug="award")
    words = reading.main(client, english.url)
    for text in ("六把椅子", "示例小组", "一块板材。"):
        assert f"English of {text}" in words
    assert reading.links(client, english.url)["Sample College"] == english_college.url
    assert "只有中文" not in words
    anchors = [one.anchor for one in page.works.all()]
    assert [one.anchor for one in english.works.all()] == anchors


def test_it_is_shown_by_whoever_gave_it_made_a_work_or_runs_its_campaign(
    index: AwardIndexPage, zh: Tree, client: Client
) -> None:
    giver, maker = institution(zh.directory, "示例协会"), institution(zh.directory, "示例学院")
    plan, other = campaign(zh.campaigns, "创建行动"), institution(zh.directory, "别的机构")
    page = published(
        award(index),
        works=[work(zh, institution=maker), work(zh, "乙", institution=maker)],
        award_givers=[AwardGiver(institution=giver)],
        award_campaigns=[AwardCampaign(campaign=plan)],
    )
    for named in (giver, maker, plan):
        assert reading.titles(client, named.url).count("示例设计奖") == 1
    assert "示例设计奖" not in reading.main(client, other.url)
    links = reading.links(client, page.url)
    assert (links["示例协会"], links["创建行动"]) == (giver.url, plan.url)


def test_more_works_cost_no_more_queries(index: AwardIndexPage, zh: Tree, client: Client) -> None:
    def queries(count: int) -> list[str]:
        works = [
            work(
                zh,
                f"作品{number}",
                institution=institution(zh.directory, f"机构{count}-{number}"),
                picture=image(),
                picture_alt="椅子",
            )
            for number in range(count)
        ]
        return reading.queries(client, published(award(index, f"第{count}届"), works=works).url)

    few, many = queries(1), queries(5)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30


@pytest.mark.parametrize("model", [AwardPage, Work])
def test_a_picture_needs_alternative_text(model: Any) -> None:
    picture = image()
    if model is AwardPage:
        assert refused(AwardPage(title="奖", lead_image=picture)) == ["lead_image_alt"]
        assert refused(AwardPage(title="奖", lead_image=picture, lead_image_alt="奖章")) == []
    else:
        with pytest.raises(ValidationError) as refusal:
            Work(title="椅子", picture=picture).clean()
        assert list(refusal.value.message_dict) == ["picture_alt"]


def test_the_search_finds_it_by_its_works_and_their_makers(index: AwardIndexPage, zh: Tree) -> None:
    maker = institution(zh.directory, "示例学院")
    page = published(
        award(index, awarded_by="示例协会"),
        works=[work(zh, makers="示例小组", institution=maker, text="一块板材。"), work(zh, "夜班线路图")],
    )
    [found] = compose({page.pk})
    assert found.source["kind"] == "award"
    assert found.source["filed"] == ["示例协会", "六把椅子", "夜班线路图", "示例小组"]
    assert "一块板材。" in found.source["body"]
    assert found.source["institutions"] == [str(maker.translation_key)]


def test_several_awards_are_composed_in_no_more_queries(
    index: AwardIndexPage, zh: Tree, django_assert_max_num_queries: Any
) -> None:
    pages = {published(award(index, str(number)), works=[work(zh), work(zh, "乙")]).pk for number in range(4)}
    with django_assert_max_num_queries(16):
        assert len(compose(pages)) == 4
