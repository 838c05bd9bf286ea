"""The words of a contact form are translated; where messages go, and under which names, is not."""

import pytest

from tests.conftest import Tree
from tests.factories import contact_page
from tests.translation.desk.headlines import submitted

pytestmark = pytest.mark.django_db


def test_questions_consent_and_thanks_are_translated_and_addresses_are_not(zh: Tree, en: Tree) -> None:
    page = contact_page(
        zh.home, consent_text="同意", thanks="<p>多谢。</p>", to_address="office@example.org", subject="来信"
    )
    translation = submitted(page)
    said = set(translation.source.stringsegment_set.values_list("string__data", flat=True))
    assert {"姓名", "邮箱", "留言", "同意", "多谢。"} <= said
    assert not said & {"name", "email", "message", "office@example.org", "来信"}
    english = page.get_translation(en.locale).specific
    assert english.to_address == "office@example.org"
    assert [field.clean_name for field in english.form_fields.all()] == ["name", "email", "message"]


def test_where_messages_go_can_be_another_place_in_another_language(zh: Tree, en: Tree) -> None:
    page = contact_page(zh.home, to_address="office@example.org", subject="来信")
    overridable = submitted(page).source.overridablesegment_set.values_list("context__path", flat=True)
    assert {"to_address", "subject"} <= set(overridable)
