"""A translator says how terms are translated into the own language, and into no other."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from tests.conftest import Tree
from translating.glossary import taking
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.glossary.rows import TableError

pytestmark = pytest.mark.django_db
HEAD = "term,language,approved,forbidden,note\n"


@pytest.fixture
def term(en: Tree, ja: Locale) -> GlossaryTerm:
    """A term with translations into English and Japanese."""
    one = GlossaryTerm.objects.create(term="座谈会")
    for locale, approved in ((en.locale, "symposium"), (ja, "座談会")):
        GlossaryTranslation.objects.create(term=one, locale=locale, approved=approved)
    return one


def _sent(term: GlossaryTerm, **approved: str) -> dict[str, Any]:
    rows = list(term.translations.order_by("pk").select_related("locale"))
    sent = {
        "term": term.term,
        "note": "",
        "translations-TOTAL_FORMS": len(rows),
        "translations-INITIAL_FORMS": len(rows),
    }
    for number, row in enumerate(rows):
        values = {
            "id": row.pk,
            "locale": row.locale_id,
            "approved": approved.get(row.locale.language_code, row.approved),
            "forbidden": row.forbidden,
            "ORDER": number + 1,
        }
        sent |= {f"translations-{number}-{name}": value for name, value in values.items()}
    return sent


def _said(term: GlossaryTerm) -> dict[str, str]:
    return dict(term.translations.values_list("locale__language_code", "approved"))


def test_the_form_takes_the_own_language_and_refuses_another(client: Client, term: GlossaryTerm) -> None:
    address = reverse("wagtailsnippets_translating_glossaryterm:edit", args=[term.pk])
    assert client.post(address, _sent(term, en="forum")).status_code == 302
    assert _said(term) == {"en": "forum", "ja": "座談会"}
    answer = client.post(address, _sent(term, en="meeting", ja="会議"))
    assert answer.status_code == 200
    assert "会議" in answer.content.decode()
    assert "meeting" in answer.content.decode()
    assert _said(term) == {"en": "forum", "ja": "座談会"}


def test_a_translation_into_another_language_is_not_taken_out(client: Client, term: GlossaryTerm) -> None:
    address = reverse("wagtailsnippets_translating_glossaryterm:edit", args=[term.pk])
    client.post(address, _sent(term) | {"translations-1-DELETE": "1"})
    assert _said(term) == {"en": "symposium", "ja": "座談会"}


def test_a_table_brings_the_own_language_only_and_may_hold_the_others_unchanged(
    term: GlossaryTerm, translator: Any
) -> None:
    taking.take(f"{HEAD}座谈会,en,forum,,\n座谈会,ja,座談会,,\n".encode(), translator)
    assert _said(term) == {"en": "forum", "ja": "座談会"}
    with pytest.raises(TableError):
        taking.take(f"{HEAD}座谈会,en,meeting,,\n座谈会,ja,会議,,\n".encode(), translator)
    assert _said(term) == {"en": "forum", "ja": "座談会"}
