"""What Wagtail names in English, in data and in code, has a name that can be translated."""

import pytest
from wagtail.models import Collection, Page

from tests.conftest import Tree
from tests.factories import standard_page

pytestmark = pytest.mark.django_db


def test_the_roots_are_shown_in_the_editors_language_and_kept_as_they_are(
    zh: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("designcity.admin_words.pgettext", lambda context, word: f"根 ({context})")
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    assert root.get_admin_display_title() == "根 (all pages of the site)"
    assert str(collection) == collection.get_indented_name() == "根 (all collections)"
    assert [label for _pk, label in Collection.objects.all().get_indented_choices()] == ["根 (all collections)"]
    assert (root.title, collection.name) == ("Root", "Root")
    assert standard_page(zh.home, "Root").get_admin_display_title() == "Root"
    below = collection.add_child(name="图片")
    assert str(below) == "图片"
