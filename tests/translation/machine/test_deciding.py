"""Only a person's decision makes a machine's words a translation."""

from typing import Any

import pytest

from tests.conftest import Tree
from tests.factories import article
from tests.translation.desk.headlines import submitted, translated
from tests.translation.machine.asking import proposed, save, segment, states, translations
from tests.translation.machine.serving import Service
from translating.filling.marks import MEMORY
from translating.machine.models import Proposal
from translating.memory.models import Entry

pytestmark = pytest.mark.django_db
SAID = "English of 座谈会"


@pytest.fixture
def translation(zh: Tree, en: Tree, service: Service) -> Any:
    """A translation of which everything is proposed."""
    found = submitted(article(zh.news, "座谈会", summary="摘要"))
    proposed(found)
    return found


def test_saving_the_proposal_as_it_is_accepts_it_with_the_marks_of_a_machine(
    translation: Any, admin_client: Any, admin_user: Any
) -> None:
    answer = save(admin_client, translation, "座谈会", SAID)
    assert "chat-1" in answer.json()["comment"]
    one = translations(translation)["座谈会"]
    assert (one.data, one.translation_type, one.tool_name) == (SAID, "machine", "chat-1")
    decided = Proposal.objects.get(string__data="座谈会")
    assert (decided.state, decided.decided_by) == ("accepted", admin_user)


def test_saving_other_words_settles_the_proposal_as_a_persons_own(translation: Any, admin_client: Any) -> None:
    save(admin_client, translation, "座谈会", "Symposium")
    one = translations(translation)["座谈会"]
    assert (one.data, one.translation_type, one.tool_name) == ("Symposium", "manual", "")
    assert states(translation) == {"座谈会": "edited", "摘要": "open"}


def test_changing_what_was_accepted_makes_it_a_persons_own(translation: Any, admin_client: Any) -> None:
    save(admin_client, translation, "座谈会", SAID)
    save(admin_client, translation, "座谈会", "Symposium")
    assert translations(translation)["座谈会"].translation_type == "manual"


def test_the_memory_learns_what_was_accepted_and_nothing_else(translation: Any, admin_client: Any) -> None:
    assert not Entry.objects.filter(target__startswith="English of").exists()
    save(admin_client, translation, "座谈会", SAID)
    assert list(Entry.objects.filter(target__startswith="English of").values_list("target", flat=True)) == [
        SAID
    ]


def _decide(client: Any, translation: Any, decision: str) -> Any:
    address = f"/admin/translating/machine/{translation.pk}/{segment(translation, '座谈会').pk}/"
    return client.post(address, {"decision": decision})


def test_a_proposal_is_rejected_and_brought_back(translation: Any, admin_client: Any, service: Service) -> None:
    assert _decide(admin_client, translation, "reject").json() == {"state": "rejected"}
    asked = len(service.asked)
    proposed(translation)
    assert len(service.asked) == asked, "a rejected proposal is not asked for again"
    assert _decide(admin_client, translation, "reopen").json() == {"state": "open"}
    assert translations(translation) == {}


def test_beside_a_segment_that_was_translated_stands_no_proposal(translation: Any, admin_client: Any) -> None:
    _decide(admin_client, translation, "reject")
    save(admin_client, translation, "座谈会", "Symposium")
    known = admin_client.get(f"/admin/translating/machine/{translation.pk}/").json()["segments"]
    assert set(known) == {str(segment(translation, "摘要").pk)}


def test_who_may_not_edit_decides_nothing(translation: Any, client: Any, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert _decide(client, translation, "reject").status_code == 302
    assert states(translation)["座谈会"] == "open"


def _keys(translation: Any, *words: str) -> list[str]:
    found = Proposal.objects.of(translation).filter(string__data__in=words)
    return [f"{one.pk}:{one.digest}" for one in found]


def _read(client: Any, translation: Any, **sent: Any) -> str:
    address = f"/admin/translating/machine/{translation.pk}/read/"
    return str(client.post(address, sent, follow=True).content.decode())


def test_what_was_ticked_is_accepted_with_an_explicit_step(
    translation: Any, admin_client: Any, admin_user: Any
) -> None:
    keys = _keys(translation, "座谈会")
    assert "Nothing was accepted" in _read(admin_client, translation, read=keys)
    assert "Nothing was accepted" in _read(admin_client, translation, sure="1")
    assert translations(translation) == {}
    assert "1 translation was accepted." in _read(admin_client, translation, read=keys, sure="1")
    one = translations(translation)["座谈会"]
    assert (one.data, one.translation_type, one.last_translated_by) == (SAID, "machine", admin_user)
    assert states(translation) == {"座谈会": "accepted", "摘要": "open"}
    assert Entry.objects.filter(target=SAID).exists()
    assert translation.get_target_instance().draft_title == SAID


def test_other_words_than_were_read_are_not_accepted(translation: Any, admin_client: Any) -> None:
    keys = _keys(translation, "座谈会")
    Proposal.objects.filter(string__data="座谈会").update(text="Something else")
    _read(admin_client, translation, read=keys, sure="1")
    assert translations(translation) == {}


def test_accepting_covers_nobodys_words(translation: Any, admin_client: Any) -> None:
    keys = _keys(translation, "座谈会")
    translated(translation, {"座谈会": "Symposium"})
    Proposal.objects.update(state="open")
    assert "Nothing was accepted" in _read(admin_client, translation, read=keys, sure="1")
    assert translations(translation)["座谈会"].data == "Symposium"


def test_what_was_accepted_is_filled_in_elsewhere_and_marked(
    translation: Any, zh: Tree, admin_client: Any
) -> None:
    other = submitted(article(zh.news, "别处", summary="座谈会"))
    _read(admin_client, translation, read=_keys(translation, "座谈会"), sure="1")
    one = translations(other)["座谈会"]
    assert (one.data, one.tool_name) == (SAID, MEMORY)


def test_what_the_memory_fills_in_goes_before_a_proposal(translation: Any, zh: Tree) -> None:
    translated(submitted(article(zh.news, "别处", summary="座谈会")), {"座谈会": "Symposium"})
    assert translations(translation)["座谈会"].tool_name == MEMORY
    assert [one.string.data for one in Proposal.objects.waiting(translation)] == ["摘要"]


def test_many_are_accepted_with_bounded_queries(
    zh: Tree, en: Tree, service: Service, admin_client: Any, django_assert_max_num_queries: Any
) -> None:
    body = [("text", "".join(f"<p>第{number}段。</p>" for number in range(60)))]
    found = submitted(article(zh.news, body=body))
    proposed(found)
    with django_assert_max_num_queries(40):
        assert admin_client.get(f"/admin/translating/machine/{found.pk}/read/").status_code == 200
    with django_assert_max_num_queries(40):
        admin_client.get(f"/admin/translating/machine/{found.pk}/")
