"""A publication can be downloaded, says what it is, and stands with whom it names."""

import datetime
from typing import Any

import pytest
from django.test import Client

from publications.models import (
    FirstPage,
    PublicationCampaign,
    PublicationIndexPage,
    PublicationInstitution,
    PublicationPage,
)
from search.attachments.passages import passages_of
from search.indexing.documents import compose
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.factories import campaign, document, image, index_of, institution, publication, published
from tests.search.attachments.test_passages import read_document
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(zh: Tree) -> PublicationIndexPage:
    """The index of publications in Chinese."""
    found: PublicationIndexPage = index_of(PublicationIndexPage, zh.home, "出版物", slug="publications")
    return found


def test_a_publication_shows_what_is_known_of_it(index: PublicationIndexPage, client: Client) -> None:
    file = document("年鉴")
    FirstPage.objects.create(document=file, page_count=24, is_drawable=False, file_name=file.file.name)
    page = publication(
        index,
        "示例年鉴",
        document=file,
        published_on=datetime.date(2025, 12, 18),
        publisher="示例图书馆",
        number="978-7-0000-0000-0",
        body=[("text", "<p>只记下过程。</p>")],
    )
    words = reading.main(client, page.url)
    for word in ("示例年鉴", "示例图书馆", "978-7-0000-0000-0", "24", "TXT", "只记下过程。"):
        assert word in words
    assert 'datetime="2025-12-18"' in client.get(page.url).content.decode()


def test_its_file_can_be_downloaded(index: PublicationIndexPage, client: Client) -> None:
    page = publication(index)
    address = reading.one(reading.page(client, page.url), ".publication__button")["href"]
    response = client.get(str(address))
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"text"  # type: ignore[attr-defined]  # a served file
    response.close()


def test_a_publication_without_cover_shows_a_plain_one(index: PublicationIndexPage, client: Client) -> None:
    page = publication(index)
    assert reading.page(client, page.url).select("main .cover--plain")
    assert reading.page(client, index.url).select("main .cover--plain")


def test_a_publication_whose_file_was_deleted_still_has_a_page(
    index: PublicationIndexPage, client: Client
) -> None:
    file = document()
    page = publication(index, document=file)
    file.delete()
    soup = reading.page(client, page.url)
    assert soup.select(".publication__button") == []
    assert reading.titles(client, index.url) == [page.title]


def test_the_chosen_cover_goes_before_the_first_page(index: PublicationIndexPage) -> None:
    file, chosen, drawn = document(), image("chosen"), image("drawn")
    FirstPage.objects.create(document=file, picture=drawn, file_name=file.file.name)
    page = publication(index, document=file)
    assert page.card_image == drawn
    page.cover = chosen
    assert published(page).card_image == chosen


def test_what_is_wrong_is_said_at_its_field() -> None:
    assert refused(PublicationPage(title="年鉴")) == ["document"]
    assert refused(PublicationPage(title="年鉴", document=document())) == []
    assert refused(PublicationPage(title="年鉴", document=document(), number="9" * 61)) == ["number"]


def _naming(index: PublicationIndexPage, zh: Tree) -> tuple[PublicationPage, Any, Any]:
    library, plan = institution(zh.directory, "示例图书馆"), campaign(zh.campaigns, "创建行动")
    page = published(
        publication(index),
        publication_institutions=[PublicationInstitution(institution=library)],
        publication_campaigns=[PublicationCampaign(campaign=plan)],
    )
    return page, library, plan


def test_it_leads_to_whom_it_names_and_they_lead_to_it(
    index: PublicationIndexPage, zh: Tree, client: Client
) -> None:
    page, library, plan = _naming(index, zh)
    links = reading.links(client, page.url)
    assert (links["示例图书馆"], links["创建行动"]) == (library.url, plan.url)
    for named in (library, plan):
        assert reading.links(client, named.url)["示例年鉴"] == page.url


def test_in_english_it_names_them_in_english(zh: Tree, en: Tree, client: Client) -> None:
    page, library, _plan = _naming(index_of(PublicationIndexPage, zh.home, "出版物"), zh)
    english_library = translate(library, en.locale, title="Sample library", slug="library")
    english = translate(page, en.locale, title="Yearbook", slug="yearbook")
    links = reading.links(client, english.url)
    assert links["Sample library"] == english_library.url
    assert "创建行动" not in reading.main(client, english.url)
    assert english.document == page.document
    assert english.published_on == page.published_on
    assert reading.links(client, english_library.url)["Yearbook"] == english.url


def test_a_publication_that_names_more_costs_no_more_queries(
    index: PublicationIndexPage, zh: Tree, client: Client
) -> None:
    def naming(count: int) -> list[str]:
        named = [institution(zh.directory, f"机构{count}-{number}") for number in range(count)]
        links = [PublicationInstitution(institution=one) for one in named]
        page = published(publication(index, f"第{count}本"), publication_institutions=links)
        return reading.queries(client, page.url)

    few, many = naming(1), naming(6)
    assert len(few) == len(many)
    assert len(few) < 30


def test_the_search_knows_its_publisher_number_institutions_and_kind(
    index: PublicationIndexPage, zh: Tree
) -> None:
    page, library, _plan = _naming(index, zh)
    page.publisher, page.number = "示例出版社", "978-7-0000"
    page = published(page)
    [found] = compose({page.pk})
    assert found.source["kind"] == "publication"
    assert found.source["year"] == page.published_on.year
    assert found.source["institutions"] == [str(library.translation_key)]
    assert found.source["filed"] == ["示例出版社", "978-7-0000", "97870000"]


def test_its_file_is_searched_like_an_attachment(index: PublicationIndexPage) -> None:
    page = publication(index, document=read_document("年鉴", "弯路与重来"))
    assert [passage.text for passage in passages_of({page.pk})[page.pk]] == ["弯路与重来"]


def test_several_publications_are_composed_in_no_more_queries(
    index: PublicationIndexPage, zh: Tree, django_assert_max_num_queries: Any
) -> None:
    pages = {_naming(index, zh)[0].pk for _ in range(4)}
    with django_assert_max_num_queries(16):
        assert len(compose(pages)) == 4
