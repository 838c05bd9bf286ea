"""Links within the site."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from campaigns.models import CampaignInstitution
from newsroom.checks import links
from tests.conftest import Tree
from tests.factories import article, campaign, document, institution, standard_page
from tests.newsroom.checks.finding import said

pytestmark = pytest.mark.django_db


def _page(zh: Tree, *anchors: str) -> Any:
    page = standard_page(zh.home)
    page.body = [("text", "<p>" + "".join(anchors) + "</p>")]
    return page


def _to(number: int, kind: str = "page") -> str:
    return f'<a linktype="{kind}" id="{number}">去看看</a>'


def test_links_that_lead_somewhere_are_left_alone(zh: Tree) -> None:
    page = _page(
        zh,
        _to(article(zh.news).pk),
        _to(document().pk, "document"),
        '<a href="https://example.org/">外面</a>',
        '<a href="mailto:a@example.org">信</a>',
        '<a href="#here">下面</a>',
    )
    assert said(links.check(page)) == []


def test_a_link_to_a_deleted_page_must_be_mended(zh: Tree) -> None:
    assert [one[:2] for one in said(links.check(_page(zh, _to(999_999))))] == [
        ("must", "Take this link out or choose another page")
    ]


def test_a_link_to_a_deleted_file_must_be_mended(zh: Tree) -> None:
    assert [one[:2] for one in said(links.check(_page(zh, _to(999_999, "document"))))] == [
        ("must", "Take this link out or choose another file")
    ]


def test_a_link_to_a_draft_should_be_looked_at(zh: Tree) -> None:
    draft = article(zh.news, "草稿")
    draft.unpublish()
    assert [one[:2] for one in said(links.check(_page(zh, _to(draft.pk))))] == [
        ("should", "“草稿” is not published")
    ]


def test_a_link_into_another_language_is_mentioned_where_there_is_no_version_in_this_one(
    zh: Tree, en: Tree
) -> None:
    only_english = article(en.news, "Only here")
    assert [one[:2] for one in said(links.check(_page(zh, _to(only_english.pk))))] == [
        ("should", "“Only here” leads to the version in another language")
    ]
    assert said(links.check(_page(zh, _to(en.news.pk)))) == []


def test_a_draft_named_by_a_child_record_is_found(zh: Tree) -> None:
    draft = institution(zh.directory, "草稿机构")
    draft.unpublish()
    page = campaign(zh.campaigns)
    page.campaign_institutions = [CampaignInstitution(institution=draft, role="牵头", locale=zh.locale)]
    assert said(links.check(page)) == [
        ("should", "“草稿机构” is not published", "#panel-child-content-campaign_institutions-section")
    ]


def test_a_draft_chosen_in_a_block_is_found_at_the_block(zh: Tree) -> None:
    draft = article(zh.news, "草稿")
    draft.unpublish()
    page = standard_page(zh.home, body=[("news_cards", {"title": "", "pages": [draft]})])
    block = page.body[0]
    chosen = block.value["pages"].bound_blocks[0]
    assert said(links.check(page)) == [
        ("should", "“草稿” is not published", f"#:w:contentpath=body.{block.id}.pages.{chosen.id}")
    ]


def test_a_button_that_leads_nowhere_must_be_mended(zh: Tree) -> None:
    page = standard_page(zh.home)
    page.body = [("button", {"label": "去看看", "page": None, "address": ""})]
    assert [one[:2] for one in said(links.check(page))] == [("must", "Choose a page or give an address")]


@pytest.mark.parametrize(
    ("address", "leads_nowhere"),
    [
        ("/zh-hans/news/", False),
        ("/en/news/", False),
        ("/zh-hans/search/", False),
        ("/zh-hans/news/no-such-piece/", True),
        ("/nothing/", True),
        ("/documents/999999/a.pdf", True),
        ("/media/images/a.png", False),
        ("//[", False),
        ("https://example.org/nothing/", False),
    ],
)
def test_a_typed_address_of_this_site_is_followed(
    zh: Tree, en: Tree, address: str, leads_nowhere: bool
) -> None:
    found = said(links.check(_page(zh, f'<a href="{address}">去看看</a>')))
    assert [one[:2] for one in found] == (
        [("should", f"Nothing of this site is at {address.split('.')[0]}")] if leads_nowhere else []
    )


def test_many_links_cost_no_more_queries_than_one(
    zh: Tree, en: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    targets = [article(tree.news, f"{number}") for number in range(6) for tree in (zh, en)]
    page = _page(zh, *(_to(one.pk) for one in targets), *(_to(number, "document") for number in range(9)))
    with django_assert_num_queries(4):
        assert len(said(links.check(page))) == 6 + 9
