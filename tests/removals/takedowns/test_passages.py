"""A passage that is taken down is nowhere any more, in any language, and comes back as it was."""

from typing import Any

import pytest
from django.core.management import call_command
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from removals.models import Takedown
from removals.takedowns.errors import CannotTakeDown, CannotUndo
from removals.takedowns.taking import take_down, undo
from removals.takedowns.targets import Passage
from tests.conftest import Tree
from tests.factories import article
from tests.removals.takedowns.reading import everywhere, public_html
from tests.translating import translate

pytestmark = pytest.mark.django_db

PASSAGE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
BODY = f"<p>开头一段。</p><p>前半<b>{PASSAGE[:7]}</b>{PASSAGE[7:]}后半。</p>"


def _words(text: str) -> str:
    """Translate so that the passage's paragraph has words of its own."""
    return "Secret translated paragraph." if PASSAGE[7:] in text else f"English of {text}"


@pytest.fixture
def page(zh: Tree) -> Any:
    """An article with the passage in its body and its summary."""
    return article(zh.news, "文章", summary=f"摘要说{PASSAGE}。", body=[("text", BODY)])


@pytest.fixture
def english(page: Any, en: Tree) -> Any:
    """Its translation."""
    return translate(page, en.locale, _words)


def test_it_is_out_of_the_page_and_a_marker_stands_there(page: Any, officer: Any) -> None:
    take_down(Passage(page, PASSAGE), by=officer, reason="")
    html = public_html(page.url)
    assert PASSAGE[7:] not in html
    assert "前半［" in html
    assert "］后半。" in html
    assert "开头一段。" in html


def test_it_is_out_of_every_table(page: Any, english: Any, officer: Any) -> None:
    page.save_revision()
    assert everywhere(PASSAGE[7:])
    assert everywhere("Secret translated")
    take_down(Passage(page, PASSAGE), by=officer, reason="")
    call_command("search", "update")
    assert everywhere(PASSAGE[7:]) == []
    assert everywhere("Secret translated") == []


def test_its_whole_segment_is_out_of_the_translation(page: Any, english: Any, officer: Any) -> None:
    take_down(Passage(page, PASSAGE), by=officer, reason="")
    html = public_html(english.url)
    assert "Secret translated paragraph" not in html
    assert "[A passage was removed here.]" in html
    assert "English of 开头一段。" in html


def test_translating_anew_does_not_bring_it_back(page: Any, english: Any, officer: Any) -> None:
    take_down(Passage(page, PASSAGE), by=officer, reason="")
    source = TranslationSource.objects.get(object=page.translation_key)
    source.update_from_db()
    Translation.objects.get(source=source).save_target()
    html = public_html(english.url)
    assert "Secret" not in html
    assert PASSAGE[7:] not in html
    assert "English of 开头一段。" in html


def test_a_text_that_was_said_for_a_language_leaves_the_rest_of_its_segment(
    page: Any, english: Any, officer: Any
) -> None:
    take_down(Passage(page, PASSAGE, {"en": "Secret translated"}), by=officer, reason="")
    html = public_html(english.url)
    assert "Secret translated" not in html
    assert "paragraph." in html


def test_a_page_translated_by_hand_needs_to_be_told(page: Any, en: Tree, officer: Any) -> None:
    by_hand = page.copy_for_translation(en.locale)
    by_hand.title, by_hand.summary = "Article", "Secret by hand"
    by_hand.body = [("text", "<p>Nothing</p>")]
    by_hand.save_revision().publish()
    with pytest.raises(CannotTakeDown):
        take_down(Passage(page, PASSAGE), by=officer, reason="")
    assert PASSAGE[7:] in public_html(page.url)
    take_down(Passage(page, PASSAGE, {"en": "Secret by hand"}), by=officer, reason="")
    assert everywhere("Secret by hand") == []


def test_a_passage_over_several_blocks_is_out_of_each_in_every_language(
    zh: Tree, en: Tree, officer: Any
) -> None:
    blocks = [
        ("text", "<p>开头一段。</p><p>秘密的第一半，</p>"),
        ("heading", {"text": "秘密的标题", "level": "h2"}),
        ("text", "<p>秘密的后一半。</p><p>结尾。</p>"),
    ]
    page = article(zh.news, "文章", body=blocks)
    english = translate(page, en.locale, lambda text: f"English of {text}")
    page.save_revision()
    takedown = take_down(Passage(page, "秘密的第一半， 秘密的标题 秘密的后一半。"), by=officer, reason="")
    call_command("search", "update")
    for words in ("秘密的第一半", "秘密的标题", "秘密的后一半"):
        assert everywhere(words) == []
    for address in (page.url, english.url):
        assert "开头一段。" in public_html(address)
        assert "结尾。" in public_html(address)
    undo(takedown, by=officer)
    assert "秘密的标题" in public_html(page.url)
    assert "English of 秘密的后一半。" in public_html(english.url)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [("没有这样的一段话", {}), ("甲", {}), (PASSAGE, {"en": "Nowhere to be found"})],
)
def test_what_is_not_found_changes_nothing(
    page: Any, english: Any, officer: Any, text: str, elsewhere: dict[str, str]
) -> None:
    before = [public_html(page.url), public_html(english.url)]
    with pytest.raises(CannotTakeDown):
        take_down(Passage(page, text, elsewhere), by=officer, reason="")
    assert [public_html(page.url), public_html(english.url)] == before
    assert not Takedown.objects.exists()


def test_from_the_translation_the_segment_of_the_source_goes_too(page: Any, english: Any, officer: Any) -> None:
    take_down(Passage(english, "Secret translated"), by=officer, reason="")
    assert PASSAGE[7:] not in public_html(page.url).partition("<main")[2].partition("开头")[2]


def test_a_marker_is_never_longer_than_its_field(zh: Tree, officer: Any) -> None:
    page = article(zh.news, "长" * 246 + "六个汉字秘密", body=[])
    take_down(Passage(page, "六个汉字秘密"), by=officer, reason="")
    assert "长长长[…]" in public_html(page.url)


def test_undoing_brings_it_back_in_every_language(page: Any, english: Any, officer: Any) -> None:
    page.save_revision()
    before = [public_html(page.url), public_html(english.url)]
    translations = list(StringTranslation.objects.order_by("pk").values())
    takedown = take_down(Passage(page, PASSAGE), by=officer, reason="")
    undo(takedown, by=officer)
    assert [public_html(page.url), public_html(english.url)] == before
    assert list(StringTranslation.objects.order_by("pk").values()) == translations


def test_a_page_that_was_edited_since_is_left_alone(page: Any, officer: Any) -> None:
    takedown = take_down(Passage(page, PASSAGE), by=officer, reason="")
    edited = type(page).objects.get(pk=page.pk)
    edited.title = "Neu"
    edited.save_revision()
    with pytest.raises(CannotUndo):
        undo(takedown, by=officer)
    assert PASSAGE[7:] not in public_html(page.url)
    assert Takedown.objects.standing().exists()
