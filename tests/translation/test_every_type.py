"""Every page type and every translatable record can be submitted, translated and read in English."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from designcity.terms import Term
from tests.conftest import Tree
from tests.everything import PAGE_TYPES, RECORDS, page_of, record_of
from tests.factories import administrator
from tests.translating import translate

pytestmark = pytest.mark.django_db

page_types = pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
records = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)


@pytest.fixture
def english(zh: Tree) -> Locale:
    """English, in which nothing stands yet."""
    locale, _ = Locale.objects.get_or_create(language_code="en")
    return locale


@page_types
def test_a_page_of_every_type_can_be_submitted(
    model: type[Page], zh: Tree, english: Locale, client: Client
) -> None:
    page = page_of(model, zh)
    client.force_login(administrator())
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.get(address).status_code == 200
    response = client.post(address, {"locales": [english.pk]})
    assert response.status_code == 302
    translation = page.get_translation(english)
    assert Translation.objects.filter(target_locale=english).exists()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[translation.pk])).status_code == 200


@records
def test_a_record_of_every_kind_can_be_submitted(model: Any, zh: Tree, english: Locale, client: Client) -> None:
    record = record_of(model, zh)
    client.force_login(administrator())
    names = [model._meta.app_label, model._meta.model_name]
    address = reverse("wagtail_localize:submit_snippet_translation", args=[*names, record.pk])
    assert client.get(address).status_code == 200
    response = client.post(address, {"locales": [english.pk]}, follow=True)
    assert response.status_code == 200
    assert record.get_translation(english).pk != record.pk


@page_types
def test_a_page_of_every_type_can_be_translated_and_read(
    model: type[Page], zh: Tree, en: Tree, client: Client
) -> None:
    page = page_of(model, zh)
    translation = translate(page, en.locale, slug="in-english")
    assert translation.live
    assert translation.title == f"English of {page.title}"
    response = client.get(translation.url)
    assert response.status_code == 200
    assert translation.title in response.content.decode()


@records
def test_a_record_of_every_kind_can_be_translated(model: Any, zh: Tree, en: Tree) -> None:
    record = record_of(model, zh)
    translation = translate(record, en.locale)
    assert str(translation) == f"English of {record}"
    assert translation.translation_key == record.translation_key
    if isinstance(record, Term):
        assert translation.slug == record.slug
