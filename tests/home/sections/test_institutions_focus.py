"""Institutions that are chosen, in the reader's language."""

import pytest
from django.test import Client

from tests.conftest import Tree
from tests.factories import institution
from tests.home.sections.composing import composed, html

pytestmark = pytest.mark.django_db


def test_a_chosen_institution_without_translation_is_not_shown_in_english(
    zh: Tree, en: Tree, client: Client
) -> None:
    chosen = institution(zh.directory, "示例图书馆")
    composed(en, ("institutions_focus", {"title": "", "pages": [chosen]}))
    assert "示例图书馆" not in html(client, "/en/")
