"""The original is shown beside its translation as the translators have it, in a frame."""

from typing import Any

import pytest
from django.test import Client

from designcity.site_texts import SiteTexts
from tests.conftest import Tree
from tests.factories import article, published
from tests.translation.desk.headlines import submitted

pytestmark = pytest.mark.django_db


def test_what_was_brought_to_the_translators_is_shown_not_what_came_later(
    zh: Tree, en: Tree, admin_client: Client
) -> None:
    page = article(zh.news, "座谈会一月召开")
    translation = submitted(page)
    page.title = "座谈会二月召开"
    published(page)
    address = f"/admin/translating/{translation.pk}/original/"
    assert "座谈会一月召开" in admin_client.get(address).content.decode()
    submitted(page)
    assert "座谈会二月召开" in admin_client.get(address).content.decode()


def test_it_may_stand_in_a_frame_of_this_site_alone(zh: Tree, en: Tree, admin_client: Client) -> None:
    translation = submitted(article(zh.news))
    answer = admin_client.get(f"/admin/translating/{translation.pk}/original/")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in answer["Cache-Control"]


def test_who_may_not_edit_the_translation_does_not_see_it(
    zh: Tree, en: Tree, client: Client, django_user_model: Any
) -> None:
    translation = submitted(article(zh.news))
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(f"/admin/translating/{translation.pk}/original/").status_code == 302


def test_a_record_has_no_page_to_show(zh: Tree, en: Tree, admin_client: Client) -> None:
    translation = submitted(SiteTexts.objects.create(locale=zh.locale, site_name="设计之都"))
    address = f"/admin/translating/{translation.pk}/original/"
    assert admin_client.get(address, follow=True).status_code == 404


def test_the_editor_brings_both_pages_beside_it_and_a_record_none(
    zh: Tree, en: Tree, admin_client: Client
) -> None:
    translation = submitted(article(zh.news))
    page = translation.get_target_instance()
    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'data-src="/admin/translating/{translation.pk}/original/"' in html
    assert f'data-src="/admin/localize/translate/{translation.pk}/preview/"' in html
    assert 'sandbox="allow-same-origin"' in html
