"""Who publishes a translation hears which terms it does not follow."""

from typing import Any

import pytest
from django.utils import translation
from wagtail.models import Locale

from tests.conftest import Tree
from tests.factories import article, category
from tests.translating import translate
from tests.translation.desk.headlines import submitted, translated
from translating.checks import terms
from translating.glossary.models import GlossaryTerm, GlossaryTranslation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _glossary(en: Tree) -> None:
    term = GlossaryTerm.objects.create(term="座谈会")
    english = Locale.objects.get(language_code="en")
    GlossaryTranslation.objects.create(term=term, locale=english, approved="symposium", forbidden="forum")


def _published(zh: Tree, said: str) -> Any:
    english = submitted(article(zh.news, "座谈会召开", summary="座谈会"))
    translated(english, {"座谈会召开": said, "座谈会": "Symposium"})
    return english.get_target_instance()


@pytest.mark.parametrize(
    ("said", "sentences"),
    [
        ("A symposium was held", []),
        ("A forum was held", ["“forum” must not stand for “座谈会”: the glossary says “symposium”."]),
        ("A meeting was held", ["“座谈会” is not translated as the glossary says: “symposium”."]),
    ],
)
def test_a_term_that_was_not_followed_is_named(zh: Tree, said: str, sentences: list[str]) -> None:
    with translation.override("en"):
        assert [str(one.sentence) for one in terms.check(_published(zh, said))] == sentences


def test_an_original_has_no_terms_to_follow(zh: Tree) -> None:
    assert list(terms.check(article(zh.news, "座谈会"))) == []


def test_what_is_not_translated_yet_breaks_no_term(zh: Tree) -> None:
    english = submitted(article(zh.news, "座谈会召开"))
    assert list(terms.check(english.get_target_instance())) == []


def test_publishing_warns_and_is_not_stopped(zh: Tree, admin_client: Any) -> None:
    page = _published(zh, "A forum was held")
    answer = admin_client.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True)
    assert "“forum”" in answer.content.decode()
    page.refresh_from_db()
    assert page.live


def test_a_record_that_is_brought_online_is_warned_of_too(zh: Tree, en: Tree, admin_client: Any) -> None:
    english = translate(category("座谈会", locale=zh.locale), en.locale, name="Forum")
    address = f"/admin/snippets/news/category/edit/{english.pk}/"
    answer = admin_client.post(address, {"action": "publish"}, follow=True)
    assert "“forum”" in answer.content.decode()
