"""The first page of a PDF becomes the cover, once, in the background, whatever the file holds."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.test import Client, TestCase
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from PIL import Image
from pytest_django.fixtures import Settings
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from designcity import confined
from designcity.demo.pdf import pdf
from designcity.images import DesignImage
from publications import reading
from publications.covers import bring_up_to_date
from publications.models import FirstPage, PublicationIndexPage, PublicationPage
from publications.reading import Unavailable, first_page_of
from search.models import PendingUpdate
from tests.conftest import Tree
from tests.factories import administrator, image, index_of, publication, published
from tests.search.attachments import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def index(zh: Tree) -> PublicationIndexPage:
    """The index of publications in Chinese."""
    found: PublicationIndexPage = index_of(PublicationIndexPage, zh.home, "出版物")
    return found


def file(content: bytes, name: str = "yearbook.pdf", **fields: Any) -> Document:
    """Return a document with a file of some content."""
    return Document.objects.create(title="年鉴", file=ContentFile(content, name=name), **fields)


def yearbook(title: str = "年鉴") -> bytes:
    """Return a PDF of one page with a title on it."""
    return pdf(title, "Yearbook", ["甲"])


def first_page(page: PublicationPage) -> FirstPage:
    """Return what is kept of a publication's document."""
    return FirstPage.objects.select_related("picture").get(document=page.document)


def test_publishing_draws_the_first_page(index: PublicationIndexPage) -> None:
    page = publication(index, document=file(yearbook()), publisher="示例图书馆")
    kept = first_page(page)
    assert kept.page_count == 1
    assert kept.picture is not None
    assert (kept.picture.title, kept.picture.credit) == ("年鉴", "示例图书馆")
    assert "年鉴" in kept.picture.description
    assert PublicationPage.objects.get(pk=page.pk).card_image == kept.picture


def test_the_picture_is_the_page_upright_and_not_larger_than_needed(index: PublicationIndexPage) -> None:
    picture = first_page(publication(index, document=file(yearbook()))).picture
    assert picture is not None
    assert (picture.width, picture.height) == (1131, 1600)
    with picture.open_file() as opened, Image.open(opened) as drawn:
        shades = drawn.convert("L").tobytes()
    assert min(shades) < 50
    assert max(shades) > 250


def test_a_draft_draws_nothing(index: PublicationIndexPage) -> None:
    index.add_child(instance=PublicationPage(title="草稿", document=file(yearbook()), live=False))
    assert not FirstPage.objects.exists()


def test_publishing_again_draws_nothing_again(
    index: PublicationIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publication(index, document=file(yearbook()))
    before = first_page(page).picture_id
    monkeypatch.setattr(confined, "run", _never)
    published(page)
    bring_up_to_date(page.document_id)
    assert first_page(page).picture_id == before
    assert DesignImage.objects.count() == 1


def _never(*args: Any, **kwargs: Any) -> int:
    raise AssertionError("the file is read again")


def test_two_workers_at_once_make_one_picture(
    index: PublicationIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = file(b"text", "notes.txt")
    publication(index, document=document)
    read, calls = reading.first_page_of, []

    def meanwhile(document: Any) -> reading.Found:
        found = read(document)
        calls.append(document)
        if len(calls) == 1:
            bring_up_to_date(document.pk)
        return found

    document.file.save("yearbook.pdf", ContentFile(yearbook()), save=False)
    Document.objects.filter(pk=document.pk).update(file=document.file.name)
    monkeypatch.setattr("publications.covers.first_page_of", meanwhile)
    bring_up_to_date(document.pk)
    assert len(calls) == 2
    assert DesignImage.objects.count() == 1


def test_a_replaced_file_replaces_the_picture(index: PublicationIndexPage) -> None:
    document = file(yearbook())
    page = publication(index, document=document)
    before = first_page(page)
    assert before.picture is not None
    old = before.picture.file.name
    rendition = before.picture.get_rendition("width-100")
    with TestCase.captureOnCommitCallbacks(execute=True):
        document.file = ContentFile(pdf("年鉴", "Second edition", ["乙"] * 9), name="second.pdf")
        document.save()
    after = first_page(page)
    assert after.picture is not None
    assert after.picture_id == before.picture_id
    assert after.picture.file.name != old
    assert not after.picture.renditions.filter(pk=rendition.pk).exists()
    assert not after.picture.file.storage.exists(old)


def test_both_languages_show_one_picture(zh: Tree, en: Tree) -> None:
    index = index_of(PublicationIndexPage, zh.home, "出版物")
    page = publication(index, document=file(yearbook()))
    english = published(page.copy_for_translation(en.locale))
    assert english.card_image == PublicationPage.objects.get(pk=page.pk).card_image
    assert DesignImage.objects.count() == 1


def test_a_chosen_cover_leaves_the_first_page_undrawn_until_it_goes(index: PublicationIndexPage) -> None:
    page = publication(index, document=file(yearbook()), cover=image("cover"))
    assert first_page(page).picture is None
    assert first_page(page).page_count == 1
    page.cover = None
    published(page)
    assert first_page(page).picture is not None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<!DOCTYPE html><p>page</p>", id="a web page"),
        pytest.param(files.chinese_pdf()[:700], id="half a PDF"),
        pytest.param(files.protected_pdf("secret"), id="with a password"),
        pytest.param(yearbook().replace(b"0 0 595 842", b"0 0 5 84200"), id="a line"),
    ],
)
def test_a_file_that_cannot_be_drawn_leaves_a_plain_cover(index: PublicationIndexPage, content: bytes) -> None:
    page = publication(index, document=file(content))
    assert first_page(page).picture is None
    assert not first_page(page).is_drawable
    assert PublicationPage.objects.get(pk=page.pk).cover_image is None
    assert not DesignImage.objects.exists()


def test_a_file_of_another_type_has_no_first_page(index: PublicationIndexPage) -> None:
    page = publication(index, document=file(b"text", "notes.txt"))
    assert first_page(page).picture is None
    assert first_page(page).page_count is None


def test_a_file_that_takes_too_long_is_given_up(
    index: PublicationIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_SECONDS", 0.01)
    page = publication(index, document=file(yearbook()))
    assert not first_page(page).is_drawable


def test_a_page_of_any_size_is_drawn_within_bounds() -> None:
    huge = yearbook().replace(b"0 0 595 842", b"0 0 14400 14400")
    with Image.open(io.BytesIO(first_page_of(file(huge)).picture)) as drawn:
        assert max(drawn.size) <= 1600


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A storage that does not answer."""

    def fail(*args: Any, **kwargs: Any) -> Any:
        raise OSError("the storage is away")

    with monkeypatch.context() as patch:
        patch.setattr(FileSystemStorage, "_open", fail)
        yield


def test_a_storage_that_does_not_answer_says_nothing_of_the_file(away: None) -> None:
    kept = file(yearbook())
    with pytest.raises(Unavailable):
        first_page_of(Document.objects.get(pk=kept.pk))


def test_nothing_is_kept_of_a_file_that_could_not_be_had(index: PublicationIndexPage, away: None) -> None:
    publication(index, document=file(yearbook()))
    assert not FirstPage.objects.exists()


def test_interrupted_reading_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "run", lambda *args, **kwargs: -15)
    with pytest.raises(Unavailable):
        first_page_of(file(yearbook()))


def test_the_first_page_of_a_private_document_is_never_shown(index: PublicationIndexPage) -> None:
    inside = Collection.get_first_root_node().add_child(name="内部")
    CollectionViewRestriction.objects.create(collection=inside, restriction_type="login")
    publication(index, document=file(yearbook(), collection=inside))
    assert not DesignImage.objects.exists()


def test_a_document_that_becomes_private_loses_its_picture_and_gets_it_back(
    index: PublicationIndexPage,
) -> None:
    inside = Collection.get_first_root_node().add_child(name="内部")
    page = publication(index, document=file(yearbook(), collection=inside))
    restriction = CollectionViewRestriction.objects.create(collection=inside, restriction_type="login")
    assert not FirstPage.objects.exists()
    assert not DesignImage.objects.exists()
    restriction.delete()
    assert first_page(page).picture is not None


@pytest.mark.parametrize("what", ["the document", "many documents at once", "the collection"])
def test_a_document_that_is_moved_where_it_is_private_loses_its_picture(
    index: PublicationIndexPage, client: Client, what: str
) -> None:
    root = Collection.get_first_root_node()
    private, beside = root.add_child(name="内部"), root.add_child(name="公开")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = file(yearbook(), collection=beside)
    publication(index, document=document)
    assert DesignImage.objects.exists()
    with TestCase.captureOnCommitCallbacks(execute=True):
        if what == "the document":
            document.collection = private
            document.save()
        elif what == "the collection":
            beside.move(Collection.objects.get(pk=private.pk), "sorted-child")
            Collection.objects.get(pk=beside.pk).save()
        else:
            client.force_login(administrator())
            address = reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "add_to_collection"])
            client.post(f"{address}?id={document.pk}&next=/admin/", {"collection": private.pk})
    assert not DesignImage.objects.exists()


def test_the_search_hears_of_a_new_picture(index: PublicationIndexPage) -> None:
    page = publication(index, document=file(yearbook()))
    FirstPage.objects.all().delete()
    PendingUpdate.objects.all().delete()
    bring_up_to_date(page.document_id)
    assert list(PendingUpdate.objects.values_list("page_id", flat=True)) == [page.pk]


@pytest.mark.usefixtures("made_pictures")
def test_the_cover_can_be_seen_as_soon_as_it_is_drawn(
    index: PublicationIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publication(index, document=file(yearbook()))
    FirstPage.objects.all().delete()
    monkeypatch.setattr("designcity.pictures.tasks.make_pictures", Mock())  # as if others stood before it
    bring_up_to_date(page.document_id)
    formats = {rendition.filter_spec.rpartition("-")[2] for rendition in _drawn(page).renditions.all()}
    assert formats == {"jpeg"}


def _drawn(page: PublicationPage) -> DesignImage:
    picture = first_page(page).picture
    assert picture is not None
    return picture


def test_the_task_is_part_of_the_publication_s_own_transaction(
    zh: Tree, index: PublicationIndexPage, settings: Settings
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    asked = DBTaskResult.objects.filter(task_path__endswith="draw_first_page")
    with transaction.atomic():
        publication(index, "甲", document=file(yearbook()))
        assert asked.exists()
        transaction.set_rollback(True)
    assert not asked.exists()
