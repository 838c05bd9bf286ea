"""The worker's part: what waits to be read, what is kept of it, and which pages hear of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from designcity import confined
from search.attachments import process, reading
from search.attachments.passages import passages_of
from search.attachments.reading import read_one, read_waiting, unread
from search.models import DocumentText, PendingUpdate
from tests.conftest import Tree
from tests.factories import article
from tests.search.attachments import files


def document(content: bytes, name: str, **fields: Any) -> Document:
    """Return a document with a file of some content."""
    return Document.objects.create(title=name, file=ContentFile(content, name=name), **fields)


def offered(tree: Tree, *documents: Document) -> Any:
    """Return an article that offers documents, as composed for the search before any of them was read."""
    page = article(tree.news, attachments=[("file", {"title": "", "document": one}) for one in documents])
    passages_of({page.pk})
    PendingUpdate.objects.all().delete()
    return page


def kept(one: Document) -> tuple[str, str, str]:
    """Return the state, reason and text that are kept of a document."""
    [row] = DocumentText.objects.filter(document=one).values_list("state", "reason", "text")
    return row


def test_words_of_new_documents_reach_the_pages_that_offer_them(zh: Tree) -> None:
    page = offered(
        zh, document(files.chinese_pdf_of("设计之都"), "a.pdf"), document(files.word_file(), "b.docx")
    )
    assert read_waiting() == {page.pk}
    pdf, word = passages_of({page.pk})[page.pk]
    assert pdf.text == "设计之都"
    assert "负责人" in word.text


def test_pages_are_recorded_together_with_what_was_read(zh: Tree) -> None:
    page = offered(zh, document(b"words", "a.txt"))
    read_waiting()
    assert set(PendingUpdate.objects.values_list("page_id", flat=True)) == {page.pk}


def test_worker_that_dies_before_it_records_the_pages_reads_the_document_again(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = document(b"words", "a.txt")

    def die(page_ids: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(reading, "record", die)
        with pytest.raises(KeyboardInterrupt):
            read_waiting()
    assert list(unread()) == [one]


def test_damaged_files_get_a_reason_and_the_next_one_is_read_all_the_same(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "MOST_SECONDS", 3.0)
    monkeypatch.setattr(reading, "MOST_BYTES", files.MEGABYTE)
    good = document("设计".encode(), "good.txt")
    bad = {
        "broken": document(b"<!DOCTYPE html>", "page.pdf"),
        "encrypted": document(files.protected_pdf("secret"), "secret.pdf"),
        "too_slow": document(files.endless_pdf(), "endless.pdf"),
        "too_large": document(b"words" * files.MEGABYTE, "huge.txt"),
        "unknown_type": document(b"PK", "files.zip"),
    }
    read_waiting()
    while unread().exists():
        read_waiting()
    assert {reason: kept(one) for reason, one in bad.items()} == {one: ("refused", one, "") for one in bad}
    assert kept(good) == ("read", "", "设计")


def test_file_without_words_is_kept_as_empty(db: None) -> None:
    scan = document(files.scanned_pdf(), "scan.pdf")
    read_waiting()
    assert kept(scan) == ("empty", "", "")


def test_nothing_is_read_twice(db: None) -> None:
    document(b"words", "a.txt")
    document(b"<!DOCTYPE html>", "b.pdf")
    read_waiting()
    assert not unread().exists()
    assert read_waiting() == set()


def test_document_with_a_new_file_is_read_again(db: None) -> None:
    one = document(b"old words", "a.txt")
    read_waiting()
    one.file.save("a.txt", ContentFile(b"new words"))
    assert list(unread()) == [one]
    read_waiting()
    assert kept(one) == ("read", "", "new words")


def test_document_with_a_new_title_is_not_read_again(db: None) -> None:
    one = document(b"words", "a.txt")
    read_waiting()
    one.title = "new title"
    one.save()
    assert not unread().exists()


def test_newest_documents_come_first_and_no_more_than_asked_for(db: None) -> None:
    documents = [document(b"words", "a.txt") for _ in range(3)]
    assert list(unread(2)) == [documents[2], documents[1]]


def test_private_document_is_read_once_it_is_public(db: None) -> None:
    private = Collection.get_first_root_node().add_child(name="内部")
    restriction = CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    one = document(b"words", "a.txt", collection=private)
    assert not unread().exists()
    restriction.delete()
    assert list(unread()) == [one]


def test_file_that_is_gone_is_tried_again_an_hour_later(db: None) -> None:
    one = document(b"words", "a.txt")
    one.file.storage.delete(one.file.name)
    read_waiting()
    assert kept(one) == ("refused", "unavailable", "")
    assert not unread().exists()
    DocumentText.objects.update(read_at=timezone.now() - timedelta(minutes=61))
    assert list(unread()) == [one]


def test_storage_that_fails_in_its_own_way_does_not_stop_the_worker(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Elsewhere(Exception):
        """What the client of a remote storage raises."""

    def fail(*args: object) -> None:
        raise Elsewhere

    one = document(b"words", "a.txt")
    monkeypatch.setattr(FileSystemStorage, "_open", fail)
    read_waiting()
    assert kept(one) == ("refused", "unavailable", "")


def test_process_that_cannot_start_says_nothing_about_the_file(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined.sys, "executable", "/bin/false")
    one = document(b"words", "a.txt")
    read_waiting()
    assert kept(one) == ("refused", "unavailable", "")


def test_file_larger_than_is_read_is_refused(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    one = document(b"words" * 100, "a.txt")
    read_waiting()
    assert kept(one) == ("refused", "too_large", "")


def test_document_deleted_while_it_is_read_leaves_nothing(db: None) -> None:
    one = Document.objects.get(pk=document(b"words", "a.txt").pk)
    Document.objects.all().delete()
    assert read_one(one) is None
    assert not DocumentText.objects.exists()


def test_file_replaced_while_it_is_read_is_read_anew(db: None) -> None:
    one = document(b"old words", "a.txt")
    before = Document.objects.get(pk=one.pk)
    one.file.save("a.txt", ContentFile(b"new words"))
    assert read_one(before) is None
    assert list(unread()) == [one]


def test_reading_gives_way_after_some_seconds_and_goes_on_later(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SECONDS_AT_ONCE", 0.0)
    for _ in range(2):
        document(b"words", "a.txt")
    read_waiting()
    assert unread().count() == 1
    read_waiting()
    assert unread().count() == 0


def test_words_of_a_document_do_not_count_as_a_use_of_it(db: None) -> None:
    one = document(b"words", "a.txt")
    read_waiting()
    assert not ReferenceIndex.get_references_to(one).exists()
