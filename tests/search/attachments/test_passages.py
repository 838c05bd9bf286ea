"""Which documents a page offers to the search, and which it must not."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from pytest_django import DjangoAssertNumQueries
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from search.attachments.offers import pages_offering
from search.attachments.passages import MOST_ON_A_PAGE, Passage, passages_of
from search.models import DocumentText
from tests.conftest import Tree
from tests.factories import article, campaign, institution, published, standard_page


def read_document(title: str = "指南", text: str = "评选的条件", **fields: Any) -> Document:
    """Return a document whose words are known."""
    file = ContentFile(text.encode(), name="guide.txt")
    document = Document.objects.create(title=title, file=file, **fields)
    DocumentText.objects.create(document=document, text=text, file_name=document.file.name, state="read")
    return document


def offering(document: Document, title: str = "") -> list[tuple[str, Any]]:
    """Return the attachments of an article that offers a document, under a title of its own if wanted."""
    return [("file", {"title": title, "document": document})]


def collection(name: str, parent: Collection | None = None) -> Collection:
    """Return a collection below another one."""
    return (parent or Collection.get_first_root_node()).add_child(name=name)


def test_article_offers_its_attachments_with_title_address_and_words(zh: Tree) -> None:
    document = read_document()
    page = article(zh.news, attachments=offering(document))
    assert passages_of({page.pk}) == {page.pk: [Passage("指南", document.url, "评选的条件")]}


def test_attachment_has_the_title_that_the_page_gives_it(zh: Tree) -> None:
    page = article(zh.news, attachments=offering(read_document(), title="申报指南"))
    assert [passage.title for passage in passages_of({page.pk})[page.pk]] == ["申报指南"]


def test_documents_in_the_text_and_in_lists_of_files_are_offered_in_their_order(zh: Tree) -> None:
    linked, listed, attached = (read_document(title) for title in ("链接", "列表", "附件"))
    body = [
        ("text", f'<p><a linktype="document" id="{linked.pk}">指南</a></p>'),
        ("downloads", {"title": "下载", "files": [{"title": "", "document": listed}]}),
    ]
    page = article(zh.news, body=body, attachments=offering(attached))
    assert [passage.title for passage in passages_of({page.pk})[page.pk]] == ["链接", "列表", "附件"]


def test_document_that_a_page_names_twice_is_offered_once(zh: Tree) -> None:
    document = read_document()
    body = [("text", f'<p><a linktype="document" id="{document.pk}">指南</a></p>')]
    page = article(zh.news, body=body, attachments=offering(document, title="申报指南"))
    assert [passage.title for passage in passages_of({page.pk})[page.pk]] == ["申报指南"]


def test_every_page_type_offers_its_own_documents_alone(zh: Tree) -> None:
    document = read_document()
    body = [("text", f'<p><a linktype="document" id="{document.pk}">指南</a></p>')]
    pages = [
        standard_page(zh.home, body=body),
        institution(zh.directory, body=body),
        campaign(zh.campaigns, downloads=offering(document)),
    ]
    without = article(zh.news)
    assert passages_of({page.pk for page in [*pages, without]}).keys() == {page.pk for page in pages}


def test_draft_offers_nothing_before_it_is_published(zh: Tree) -> None:
    page = article(zh.news)
    page.attachments = offering(read_document())
    page.save_revision()
    assert passages_of({page.pk}) == {}


def test_document_of_a_private_collection_is_not_offered_nor_one_further_down(zh: Tree) -> None:
    above = collection("内部")
    below = collection("草案", above)
    beside = collection("公开")
    pages = [
        article(zh.news, attachments=offering(read_document(collection=one))) for one in (above, below, beside)
    ]
    CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    assert passages_of({page.pk for page in pages}).keys() == {pages[-1].pk}


def test_nothing_is_offered_when_all_documents_are_private(zh: Tree) -> None:
    page = article(zh.news, attachments=offering(read_document()))
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="open"
    )
    assert passages_of({page.pk}) == {}


@pytest.mark.parametrize("state", ["empty", "refused"])
def test_document_without_words_is_left_out(zh: Tree, state: str) -> None:
    document = read_document()
    DocumentText.objects.update(text="", state=state)
    unread = Document.objects.create(title="新", file=ContentFile(b"new", name="new.txt"))
    page = article(zh.news, attachments=[*offering(document), *offering(unread)])
    assert passages_of({page.pk}) == {}


def test_deleted_document_is_left_out(zh: Tree) -> None:
    document = read_document()
    page = article(zh.news, attachments=offering(document))
    document.delete()
    assert passages_of({page.pk}) == {}


def test_words_beyond_what_a_page_may_offer_are_cut(zh: Tree) -> None:
    documents = [read_document(str(number), "words " * (MOST_ON_A_PAGE // 10)) for number in range(3)]
    page = article(zh.news, attachments=[block for one in documents for block in offering(one)])
    passages = passages_of({page.pk})[page.pk]
    assert [passage.title for passage in passages] == ["0", "1"]
    assert sum(len(passage.text) for passage in passages) == MOST_ON_A_PAGE


def test_page_that_was_composed_is_found_by_its_documents(zh: Tree) -> None:
    document, other = read_document(), read_document()
    page = article(zh.news, attachments=offering(document))
    assert pages_offering([document.pk]) == set()
    passages_of({page.pk})
    passages_of({page.pk})
    assert pages_offering([document.pk]) == {page.pk}
    assert pages_offering([other.pk]) == set()


def test_number_of_queries_does_not_grow_with_the_pages(
    zh: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def pages(number: int) -> set[int]:
        made = [article(zh.news, attachments=offering(read_document())) for _ in range(number)]
        return {page.pk for page in made}

    few, many = pages(1), pages(6)
    passages_of(few)
    with django_assert_num_queries(4):  # types, articles, what they offer, documents with their words
        assert len(passages_of(few)) == 1
    with django_assert_num_queries(4):
        assert len(passages_of(many)) == 6


def test_page_published_anew_offers_its_present_documents(zh: Tree) -> None:
    page = article(zh.news, attachments=offering(read_document("旧")))
    passages_of({page.pk})
    page.attachments = offering(read_document("新"))
    published(page)
    assert [passage.title for passage in passages_of({page.pk})[page.pk]] == ["新"]
