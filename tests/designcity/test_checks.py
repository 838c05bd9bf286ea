import pytest
from django.core.checks import run_checks

from designcity import checks
from designcity.blocks.text import Quote


def test_every_page_type_and_block_keeps_the_house_rules() -> None:
    assert [message for message in run_checks() if message.id and message.id.startswith("designcity.")] == []


def test_a_block_without_icon_description_and_preview_is_found() -> None:
    class Bare(Quote):
        class Meta:
            icon = "placeholder"
            description = ""

    assert list(checks._lacks(Bare())) == ["an icon", "a description"]


def test_a_machine_without_a_font_for_a_language_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.headlines_can_be_drawn(None) == []
    monkeypatch.setattr("designcity.checks.typeface_for", lambda code: None)
    assert [message.id for message in checks.headlines_can_be_drawn(None)] == ["designcity.W001"] * 2
