"""Every service is asked in its own protocol, and whatever goes wrong is said in a sentence."""

import json
import logging
from typing import Any

import pytest
from pytest_django import Settings
from wagtail.models import Locale

from tests.conftest import Tree
from tests.translation.machine import serving
from tests.translation.machine.serving import Service
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.machine import services
from translating.machine.services import host_of, translations
from translating.machine.troubles import Failed, Trouble

pytestmark = pytest.mark.django_db
LINK = '<a id="a1">设计周</a>开幕'


def asked(*texts: str) -> dict[str, str]:
    """Return what the service that is set up answers."""
    source, target = (Locale.objects.get(language_code=code) for code in ("zh-hans", "en"))
    return translations(service_of(), source, target, list(texts))


def service_of() -> Any:
    """Return the translator that the settings name."""
    return services.service()


def failure(*texts: str) -> Trouble:
    """Return what goes wrong."""
    with pytest.raises(Failed) as caught:
        asked(*(texts or ("座谈会",)))
    return caught.value.trouble


def test_a_model_is_asked_in_its_protocol_with_the_key(en: Tree, service: Service) -> None:
    assert asked("座谈会", LINK) == {"座谈会": "English of 座谈会", LINK: f"English of {LINK}"}
    (one,) = service.asked
    assert one.path == "/v1/chat/completions"
    assert one.headers["Authorization"] == "Bearer sk-secret"
    assert set(one.body) == {"model", "messages"}
    assert one.body["model"] == "chat-1"
    assert [message["role"] for message in one.body["messages"]] == ["system", "user"]
    task = one.body["messages"][0]["content"]
    assert "from Simplified Chinese into English" in task
    assert "{name}, %(name)s" in task
    assert one.segments == {"1": "座谈会", "2": LINK}


def test_a_service_without_a_key_is_sent_none(en: Tree, service: Service, settings: Settings) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = service.settings(KEY="")
    asked("座谈会")
    assert "Authorization" not in service.asked[0].headers


def test_the_terms_in_the_segments_go_along_and_no_others(en: Tree, service: Service) -> None:
    for term, approved, forbidden in (("座谈会", "symposium; symposia", "forum"), ("行动", "campaign", "")):
        kept = GlossaryTerm.objects.create(term=term)
        GlossaryTranslation.objects.create(term=kept, locale=en.locale, approved=approved, forbidden=forbidden)
    asked("座谈会召开")
    assert service.asked[0].glossary == [
        {"term": "座谈会", "use": ["symposium", "symposia"], "never": ["forum"]}
    ]


@pytest.mark.parametrize(
    "wrapping", ["```json\n{}\n```", "<think>I should {{ answer }}.</think>{}", "Here it is:\n{}\nGood luck!"]
)
def test_what_a_model_writes_around_its_answer_is_passed_over(
    en: Tree, service: Service, wrapping: str
) -> None:
    written = wrapping.replace("{}", json.dumps({"1": "Symposium"}))
    service.behave(lambda asked: serving.completion(written))
    assert asked("座谈会") == {"座谈会": "Symposium"}


def test_what_was_left_out_or_is_no_text_is_missing(en: Tree, service: Service) -> None:
    service.behave(lambda asked: serving.completion(json.dumps({"1": "One", "2": None, "9": "Nine"})))
    assert asked("一", "二", "三") == {"一": "One"}


def test_an_answer_that_cannot_be_read_is_asked_for_piece_by_piece(en: Tree, service: Service) -> None:
    service.behave(lambda asked: serving.completion("Sorry?"), serving.translating)
    assert asked("一", "二") == {"一": "English of 一", "二": "English of 二"}
    assert [len(one.segments) for one in service.asked] == [2, 1, 1]


def test_a_model_that_only_chatters_is_given_up_soon(en: Tree, service: Service) -> None:
    service.behave(lambda asked: serving.completion("Sorry, I cannot do that."))
    assert failure(*"一二三四五六七八九十") == Trouble.NONSENSE
    assert len(service.asked) == 4


@pytest.mark.parametrize(
    ("way", "trouble", "times"),
    [
        (serving.refusing(401), Trouble.KEY, 1),
        (serving.refusing(403), Trouble.KEY, 1),
        (serving.refusing(402), Trouble.LIMIT, 3),
        (serving.refusing(429), Trouble.LIMIT, 3),
        (serving.refusing(404), Trouble.UNKNOWN, 1),
        (serving.refusing(500), Trouble.ERROR, 3),
        (serving.refusing(302, Location="http://127.0.0.1:1/"), Trouble.UNKNOWN, 1),
        (serving.page, Trouble.NONSENSE, 1),
        (lambda asked: serving.answered({"choices": []}), Trouble.NONSENSE, 1),
        (lambda asked: serving.answered(["no"]), Trouble.NONSENSE, 1),
    ],
)
def test_each_failure_has_its_sentence_and_only_some_are_tried_again(
    en: Tree, service: Service, way: serving.Behaviour, trouble: Trouble, times: int
) -> None:
    service.behave(way)
    assert failure() == trouble
    assert len(service.asked) == times


def test_a_busy_service_is_asked_again_when_it_says(en: Tree, service: Service) -> None:
    service.behave(serving.refusing(429, Retry_After="0"), serving.refusing(503), serving.translating)
    assert asked("座谈会") == {"座谈会": "English of 座谈会"}


def test_a_service_that_wants_to_rest_long_is_not_waited_for(en: Tree, service: Service) -> None:
    service.behave(serving.refusing(429, Retry_After="3600"))
    assert failure() == Trouble.LIMIT
    assert len(service.asked) == 1


def test_a_slow_service_is_given_up(en: Tree, service: Service, settings: Settings) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = service.settings(TIMEOUT=0.3)
    service.behave(serving.slow)
    assert failure() == Trouble.SLOW


def test_a_service_that_is_away_is_said_to_be_away(en: Tree, service: Service, settings: Settings) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = service.settings(URL="http://127.0.0.1:9/v1")
    assert failure() == Trouble.AWAY


def test_an_answer_without_end_is_cut_off(en: Tree, service: Service) -> None:
    service.behave(lambda asked: (200, {}, b" " * (3 * 1024**2)))
    assert failure() == Trouble.NONSENSE


def test_neither_key_nor_text_is_logged(en: Tree, service: Service, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    service.behave(serving.refusing(401))
    failure("秘密的一句")
    assert "chat-1 gave no translation: key." in caplog.text
    assert "sk-secret" not in caplog.text
    assert "秘密" not in caplog.text


def test_deepl_is_asked_through_wagtail_localizes_own_class(
    en: Tree, service: Service, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wagtail_localize.machine_translators.deepl import DeepLTranslator

    monkeypatch.setattr(DeepLTranslator, "get_api_endpoint", lambda self: f"{service.address}/v2/translate")
    name = "wagtail_localize.machine_translators.deepl.DeepLTranslator"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": name, "OPTIONS": {"AUTH_KEY": "deep", "TIMEOUT": 5}}
    service.behave(serving.deepl)
    assert asked("一", LINK) == {"一": "English of 一", LINK: f"English of {LINK}"}
    (one,) = service.asked
    assert one.headers["Authorization"] == "DeepL-Auth-Key deep"
    assert one.body == {
        "text": ["一", LINK],
        "tag_handling": ["xml"],
        "source_lang": ["ZH"],
        "target_lang": ["EN"],
    }
    service.behave(lambda asked: (403, {}, b""))
    assert failure() == Trouble.NONSENSE


def test_libretranslate_is_asked_through_wagtail_localizes_own_class(
    en: Tree, service: Service, settings: Settings
) -> None:
    name = "wagtail_localize.machine_translators.libretranslate.LibreTranslator"
    options = {"LIBRETRANSLATE_URL": service.address, "API_KEY": "libre", "TIMEOUT": 0.3}
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": name, "OPTIONS": options}
    service.behave(serving.libretranslate)
    assert asked("一", "二") == {"一": "English of 一", "二": "English of 二"}
    (one,) = service.asked
    assert one.path == "/translate"
    assert one.body == {"q": ["一", "二"], "source": "zh", "target": "en", "api_key": "libre", "format": "html"}
    for way, trouble in (
        (serving.refusing(403), Trouble.KEY),
        (serving.refusing(429), Trouble.LIMIT),
        (serving.page, Trouble.NONSENSE),
        (lambda asked: serving.answered({"error": "no"}), Trouble.NONSENSE),
        (serving.slow, Trouble.SLOW),
    ):
        service.behave(way)
        assert failure() == trouble


def test_where_the_text_goes_is_known(service: Service, settings: Settings) -> None:
    assert host_of(service_of()) == "127.0.0.1"
    name = "wagtail_localize.machine_translators.deepl.DeepLTranslator"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": name, "OPTIONS": {"AUTH_KEY": "a:fx"}}
    assert host_of(service_of()) == "api-free.deepl.com"
