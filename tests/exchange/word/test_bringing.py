"""A Word file becomes a draft with its pictures and files and a report, or nothing at all."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from designcity.images import DesignImage
from exchange.models import Intake
from news.models import ArticlePage
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.exchange.word.documents import FILES, p, word
from tests.factories import category
from tests.newsroom.people import browser, member, said


@pytest.fixture
def writer(zh: Tree) -> Client:
    """A writer's browser."""
    return browser(member(RoleKey.WRITER))


def _send(client: Client, section: Any, content: bytes, name: str = "稿件.docx") -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("exchange_word", args=[section.pk]), {"file": file})


def _files() -> set[str]:
    roots = (Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT))
    return {str(path) for root in roots if root.exists() for path in root.rglob("*") if path.is_file()}


def test_the_file_becomes_a_draft_that_is_opened(zh: Tree, writer: Client) -> None:
    zh.news.default_category = category("动态", locale=zh.locale)
    zh.news.save()
    answer = _send(writer, zh.news, (FILES / "article.docx").read_bytes())
    page = ArticlePage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.title, page.live, page.display_date) == ("示例设计周开幕", False, timezone.localdate())
    assert page.summary.startswith("示例城的设计周今天开幕。")
    assert page.category == zh.news.default_category
    kinds = [block.block_type for block in page.get_latest_revision_as_object().body]
    assert kinds == ["text", "heading", "text", "heading", "table", "picture", "text", "quote", "text"]
    image = DesignImage.objects.get()
    assert (image.description, image.uploaded_by_user.username) == ("一把红色的椅子", "writer")
    assert page.get_latest_revision().user.username == "writer"


def test_the_report_stays_with_the_draft_until_it_is_put_aside(zh: Tree, writer: Client) -> None:
    answer = _send(writer, zh.news, (FILES / "article.docx").read_bytes())
    assert "请核对面积" in str(said(writer.get(answer.url)))
    intake = Intake.objects.get()
    assert (intake.name, intake.kind) == ("稿件.docx", "word")
    report = reverse("exchange_intake", args=[intake.pk])
    assert "内部资料" in writer.get(report).content.decode()
    original: Any = writer.get(reverse("exchange_original", args=[intake.pk]))
    assert b"".join(original.streaming_content) == (FILES / "article.docx").read_bytes()
    done: Any = writer.post(report)
    assert done.url == answer.url
    assert "请核对面积" not in str(said(writer.get(answer.url)))


def test_an_embedded_file_becomes_a_download(zh: Tree, writer: Client) -> None:
    ole = '<w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId8"/></w:object>'
    relation = {"rId8": ("package", "embeddings/Sheet1.xlsx")}
    file = word(p(f"<w:r>{ole}</w:r>"), {"word/embeddings/Sheet1.xlsx": b"sheet"}, relation)
    _send(writer, zh.news, file.getvalue())
    page = ArticlePage.objects.get()
    assert page.title == "稿件"
    assert [block.block_type for block in page.body] == ["downloads"]
    assert page.body[0].value["files"][0]["document"] == get_document_model().objects.get()


@pytest.mark.parametrize(
    ("content", "name"), [(b"no Word file", "稿件.docx"), (b"%PDF-1.7", "稿件.pdf")], ids=["docx", "pdf"]
)
def test_a_bad_file_leaves_a_sentence_and_nothing_else(
    zh: Tree, writer: Client, content: bytes, name: str
) -> None:
    before = _files()
    answer = _send(writer, zh.news, content, name)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not ArticlePage.objects.exists()
    assert _files() == before


def test_what_fails_halfway_leaves_nothing(zh: Tree, writer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Any) -> str:
        raise RuntimeError

    before = _files()
    monkeypatch.setattr("exchange.drafts.summaries.proposed", fail)
    with pytest.raises(RuntimeError):
        _send(writer, zh.news, (FILES / "article.docx").read_bytes())
    assert not ArticlePage.objects.exists()
    assert not DesignImage.objects.exists()
    assert not Intake.objects.exists()
    assert _files() == before


def test_only_who_may_add_articles_there_brings_some_in(zh: Tree, en: Tree) -> None:
    rights = browser(member(RoleKey.RIGHTS_OFFICER))
    _send(rights, zh.news, (FILES / "article.docx").read_bytes())
    assert not ArticlePage.objects.exists()
    writer = browser(member(RoleKey.WRITER))
    assert (
        reverse("exchange_word", args=[zh.news.pk])
        in writer.get(reverse("wagtailadmin_explore", args=[zh.news.pk])).content.decode()
    )
    for place in (en.news, zh.home):
        _send(writer, place, (FILES / "article.docx").read_bytes())
    assert not ArticlePage.objects.exists()


def test_the_original_goes_with_its_page(
    zh: Tree, writer: Client, django_capture_on_commit_callbacks: Any
) -> None:
    _send(writer, zh.news, (FILES / "article.docx").read_bytes())
    original = Path(Intake.objects.get().original.path)
    assert original.exists()
    with django_capture_on_commit_callbacks(execute=True):
        ArticlePage.objects.get().delete()
    assert not original.exists()
