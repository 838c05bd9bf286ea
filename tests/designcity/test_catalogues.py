"""Every string that a person sees stands in both catalogues, translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

from tests.admin.latin import NAMES

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("site", "templates", *(path.parent.name for path in ROOT.glob("*/apps.py")))
CATALOGUES = {
    name: polib.pofile(str(ROOT / "site" / "designcity" / "locale" / name / "LC_MESSAGES" / "django.po"))
    for name in ("zh_Hans", "en")
}
# How source code and templates mark a string, and at which place of the call its msgid stands.
MARKS = {
    "_": 0,
    "gettext": 0,
    "gettext_lazy": 0,
    "ngettext": 0,
    "ngettext_lazy": 0,
    "pgettext": 1,
    "pgettext_lazy": 1,
    "npgettext": 1,
}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)s|\{[a-z]+\}")
# Besides placeholders: addresses, options of commands, documents, and the settings' variables.
NOT_WORDS = re.compile(rf"{PLACEHOLDER.pattern}|https?://|--[a-z-]+|docs/[a-z]+\.md|\b[A-Z]+_[A-Z_]+\b")


def marked_in_code(path: Path) -> Iterator[str]:
    """Yield the strings that a Python file marks for translation."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            argument = node.args[MARKS[node.func.id]]
            if isinstance(argument, ast.Constant):
                yield str(argument.value)


def marked_in_template(path: Path) -> Iterator[str]:
    """Yield the strings that a template marks, as Django's own extraction sees them."""
    for call in re.finditer(r"\b(n?p?gettext)\((.*)\)", templatize(path.read_text())):
        literals = re.findall(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", call[2])
        yield str(ast.literal_eval(literals[MARKS[call[1]]]))


def marked() -> set[str]:
    """Return every string of the site's own that is marked for translation."""
    found: set[str] = set()
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            found |= set(marked_in_code(path))
        for path in (ROOT / folder).rglob("*.html"):
            found |= set(marked_in_template(path))
    return found


def test_the_extraction_finds_what_is_known_to_be_there() -> None:
    assert {"Lead picture", "Start typing and press Enter to search", "%(counter)s article"} <= marked()


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_string_is_in_the_catalogue(language: str) -> None:
    assert marked() - {entry.msgid for entry in CATALOGUES[language]} == set()


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_entry_is_translated(language: str) -> None:
    catalogue = CATALOGUES[language]
    assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []
    assert catalogue.percent_translated() == 100


def test_chinese_entries_hold_chinese_words() -> None:
    said = {entry.msgid: NOT_WORDS.sub("", entry.msgstr) for entry in CATALOGUES["zh_Hans"]}
    latin = {name: set(re.findall(r"[a-zA-Z]{4,}", text)) - set(NAMES) for name, text in said.items()}
    assert {name: words for name, words in latin.items() if words} == {}


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_placeholder_survives_the_translation(language: str) -> None:
    for entry in CATALOGUES[language]:
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            wanted = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
            assert sorted(PLACEHOLDER.findall(text)) in [sorted(PLACEHOLDER.findall(one)) for one in wanted]


def test_no_entry_takes_a_word_from_wagtails_own_interface() -> None:
    """The site's catalogue goes before Wagtail's: its "Actions" of a campaign must not name Wagtail's menus."""
    assert [
        entry.msgid for entry in CATALOGUES["zh_Hans"] if entry.msgid == "Actions" and not entry.msgctxt
    ] == []
