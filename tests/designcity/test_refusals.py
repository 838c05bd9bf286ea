"""Who works in Chinese is refused in Chinese, whatever the browser speaks."""

import pytest
from django.urls import reverse

from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.newsroom.people import browser, member, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "sentence"), [("zh-hans", "权限"), ("en", "permission")])
def test_a_refusal_speaks_the_language_of_the_editors_interface(
    zh: Tree, en: Tree, language: str, sentence: str
) -> None:
    client = browser(member(RoleKey.TRANSLATOR, "en", language))
    address = reverse("wagtailadmin_pages:edit", args=[zh.news.pk])
    answer = client.get(address, headers={"accept-language": "en" if language != "en" else "zh-hans"})
    assert any(sentence in one for one in said(answer))
