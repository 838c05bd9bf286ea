"""An editor publishes a publication and an award through their forms."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from awards.models import AwardIndexPage, AwardPage
from designcity.demo.pdf import pdf
from publications.models import PublicationIndexPage, PublicationPage
from tests import reading
from tests.conftest import Tree
from tests.factories import image, index_of

pytestmark = pytest.mark.django_db

COMMON: dict[str, Any] = {
    "slug": "",
    "summary": "",
    "body": streamfield([]),
    "seo_title": "",
    "search_description": "",
    "share_image": "",
    "go_live_at": "",
    "expire_at": "",
    "last_reviewed": "",
    "comments": inline_formset([]),
    "action-publish": "1",
}


def _send(editor: Client, model: type[Page], parent: Page, **fields: Any) -> Any:
    names = [model._meta.app_label, model._meta.model_name]
    return editor.post(
        reverse("wagtailadmin_pages:add", args=[*names, parent.pk]), nested_form_data(COMMON | fields)
    )


def _publication(editor: Client, tree: Tree, **fields: Any) -> Any:
    form = {
        "title": "示例年鉴",
        "document": "",
        "cover": "",
        "published_on": "2025-12-18",
        "publisher": "示例图书馆",
        "number": "",
        "publication_institutions": inline_formset([]),
        "publication_campaigns": inline_formset([]),
    }
    return _send(
        editor, PublicationPage, index_of(PublicationIndexPage, tree.home, "出版物"), **(form | fields)
    )


def test_a_publication_is_published_and_has_a_cover(zh: Tree, editor: Client) -> None:
    file = Document.objects.create(title="年鉴", file=ContentFile(pdf("年鉴", "", ["甲"]), name="yearbook.pdf"))
    assert _publication(editor, zh, document=str(file.pk)).status_code == 302
    page = PublicationPage.objects.get()
    assert page.live
    assert page.cover_image is not None
    assert "示例图书馆" in reading.main(editor, page.url)


def test_a_broken_file_stops_no_editor(zh: Tree, editor: Client) -> None:
    file = Document.objects.create(title="年鉴", file=ContentFile(b"%PDF-1.7 broken", name="yearbook.pdf"))
    assert _publication(editor, zh, document=str(file.pk)).status_code == 302
    assert PublicationPage.objects.get().cover_image is None


def test_a_publication_without_file_is_refused_at_its_field(zh: Tree, editor: Client) -> None:
    response = _publication(editor, zh)
    assert response.status_code == 200
    assert "document" in response.context["form"].errors
    assert not PublicationPage.objects.exists()


def _award(editor: Client, tree: Tree, *works: dict[str, str]) -> Any:
    empty = {"makers": "", "institution": "", "prize": "", "picture": "", "picture_alt": "", "text": ""}
    return _send(
        editor,
        AwardPage,
        index_of(AwardIndexPage, tree.home, "奖项"),
        title="示例设计奖",
        awarded_on="2025-01-01",
        precision="year",
        awarded_by="",
        lead_image="",
        lead_image_alt="",
        works=inline_formset([empty | work for work in works]),
        award_givers=inline_formset([]),
        award_campaigns=inline_formset([]),
    )


def test_an_award_is_published_with_its_works_in_their_order(zh: Tree, editor: Client) -> None:
    assert _award(editor, zh, {"title": "甲"}, {"title": "乙"}).status_code == 302
    page = AwardPage.objects.get()
    assert [work.title for work in page.works.all()] == ["甲", "乙"]
    assert {work.locale for work in page.works.all()} == {zh.locale}


def test_a_work_whose_picture_is_not_described_is_refused_and_nothing_is_lost(zh: Tree, editor: Client) -> None:
    response = _award(editor, zh, {"title": "六把椅子", "picture": str(image().pk)})
    assert response.status_code == 200
    assert "六把椅子" in response.content.decode()
    [work] = response.context["form"].formsets["works"].forms
    assert list(work.errors) == ["picture_alt"]
