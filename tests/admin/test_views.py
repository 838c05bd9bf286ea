"""Every form of the editors' interface opens, in both of its languages."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import models
from django.test import Client
from django.urls import reverse
from wagtail.blocks import Block
from wagtail.models import Page
from wagtail.users.models import UserProfile

from tests.conftest import Tree
from tests.everything import PAGE_TYPES, RECORDS, page_of, record_of

pytestmark = pytest.mark.django_db

page_types = pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
records = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
languages = pytest.mark.parametrize("language", ["zh-hans", "en"])


def _speak(language: str) -> None:
    user = get_user_model().objects.get(username="administrator")
    UserProfile.objects.create(user=user, preferred_language=language)


def _opens(editor: Client, address: str, language: str) -> None:
    response = editor.get(address)
    assert response.status_code == 200
    lang = {"zh-hans": 'lang="zh-Hans"', "en": 'lang="en"'}[language]
    assert lang.lower() in response.content.decode()[:400].lower()


def _parent(model: type[Page], tree: Tree) -> Page:
    """Return a page under which one of this type may still be made, itself made where none stands yet."""
    root = tree.home.get_parent()
    candidates: list[Page] = [tree.home, tree.news, tree.directory, tree.campaigns, root]
    allowed = model.allowed_parent_page_models()
    for parent in candidates:
        if parent.specific_class in allowed:
            return parent
    made: Page = page_of(allowed[0], tree)
    return made


@languages
@page_types
def test_a_page_of_every_type_can_be_begun(model: type[Page], language: str, zh: Tree, editor: Client) -> None:
    _speak(language)
    parent = _parent(model, zh)
    if getattr(model, "max_count_per_parent", None):
        parent.get_children().type(model).delete()
    names = [model._meta.app_label, model._meta.model_name]
    _opens(editor, reverse("wagtailadmin_pages:add", args=[*names, parent.pk]), language)


@languages
@page_types
def test_a_page_of_every_type_can_be_edited(model: type[Page], language: str, zh: Tree, editor: Client) -> None:
    _speak(language)
    page = page_of(model, zh)
    _opens(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]), language)


@page_types
def test_a_page_of_every_type_can_be_previewed(model: type[Page], zh: Tree, editor: Client) -> None:
    page = page_of(model, zh)
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200
    assert page.title in response.content.decode()


@languages
@records
def test_a_record_of_every_kind_can_be_begun_listed_and_edited(
    model: type[models.Model], language: str, zh: Tree, editor: Client
) -> None:
    _speak(language)
    record = record_of(model, zh)
    viewset: Any = model.snippet_viewset  # type: ignore[attr-defined]  # set when the snippet is registered
    for name, args in (("add", []), ("list", []), ("edit", [record.pk])):
        _opens(editor, reverse(viewset.get_url_name(name), args=args), language)


def _blocks() -> list[Any]:
    """Return each block of each body as a parameter, named after where it stands."""
    streams = [
        (model, field.name, block)
        for model in PAGE_TYPES
        for field in model._meta.get_fields()
        if hasattr(field, "stream_block")
        for block in field.stream_block.child_blocks.values()
    ]
    return [pytest.param(block, id=f"{model.__name__}.{name}.{block.name}") for model, name, block in streams]


@pytest.mark.parametrize("block", _blocks())
def test_every_block_can_be_previewed(block: Block, editor: Client) -> None:
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    assert '<link rel="stylesheet"' in response.content.decode()


@pytest.mark.parametrize(
    "name", ["wagtailadmin_home", "wagtailforms:index", "wagtailimages:index", "wagtaildocs:index"]
)
def test_the_rooms_of_the_interface_open(name: str, zh: Tree, editor: Client) -> None:
    assert editor.get(reverse(name)).status_code == 200


def test_a_stranger_is_asked_to_log_in(zh: Tree, client: Client) -> None:
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))
