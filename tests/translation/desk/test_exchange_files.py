"""The memory and the glossary leave and come in as files that other programs know."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from lxml import etree

from tests.conftest import Tree
from translating.memory import tmx
from translating.memory.models import Entry
from translating.memory.writing import write

pytestmark = pytest.mark.django_db
HEAD = '<?xml version="1.0"?><tmx version="1.4"><header/><body>'


def entry(source: str, target: str) -> Entry:
    """Return a pair that is not saved."""
    return Entry(
        source_language="zh-hans", target_language="en", source=source, target=target, used_at=timezone.now()
    )


def test_what_was_exported_can_be_imported_again(zh: Tree, en: Tree, tmp_path: Path) -> None:
    pairs = [("设计<b>周</b> & “奖”", 'Design <b id="b1">week</b> & "award"'), ("行动", "Action")]
    write(entry(*pair) for pair in pairs)
    call_command("translation_memory", "export", str(tmp_path / "memory.tmx"))
    etree.parse(tmp_path / "memory.tmx")
    Entry.objects.all().delete()
    call_command("translation_memory", "import", str(tmp_path / "memory.tmx"))
    assert set(Entry.objects.values_list("source", "target")) == set(pairs)


def test_other_programs_names_of_languages_are_understood() -> None:
    variants = '<tuv xml:lang="zh-CN"><seg>新闻</seg></tuv><tuv xml:lang="en-US"><seg>News</seg></tuv>'
    file = f"{HEAD}<tu>{variants}</tu></body></tmx>"
    (found,) = tmx.read(io.BytesIO(file.encode()), {"zh-hans", "en"})
    assert (found.source_language, found.target_language, found.target) == ("zh-hans", "en", "News")


def test_a_file_may_name_the_namespace_of_its_elements() -> None:
    variants = '<tuv xml:lang="en"><seg>News</seg></tuv><tuv xml:lang="zh-CN"><seg>新<hi>闻</hi></seg></tuv>'
    file = (
        f'<tmx xmlns="http://www.lisa.org/tmx14"><header srclang="zh"/><body><tu>{variants}</tu></body></tmx>'
    )
    (found,) = tmx.read(io.BytesIO(file.encode()), {"zh-hans", "en"})
    assert (found.source, found.target) == ("新闻", "News")


@pytest.mark.parametrize(
    ("header", "unit", "pairs"),
    [
        ('srclang="zh-CN"', "", [("zh-hans", "en")]),
        ('srclang="EN-gb"', "", [("en", "zh-hans")]),
        ('srclang="en"', 'srclang="zh-Hans"', [("zh-hans", "en")]),
        ('srclang="*all*"', "", [("en", "zh-hans"), ("zh-hans", "en")]),
        ('srclang="fr"', "", [("en", "zh-hans")]),
        ("", "", [("en", "zh-hans")]),
    ],
)
def test_the_original_is_what_the_file_says_it_is(header: str, unit: str, pairs: list[tuple[str, str]]) -> None:
    variants = '<tuv xml:lang="en-US"><seg>News</seg></tuv><tuv xml:lang="zh_CN"><seg>新闻</seg></tuv>'
    file = f'<tmx version="1.4"><header {header}/><body><tu {unit}>{variants}</tu></body></tmx>'
    found = tmx.read(io.BytesIO(file.encode()), {"zh-hans", "en"})
    assert [(one.source_language, one.target_language) for one in found] == pairs


def test_what_was_written_in_another_language_comes_back_as_that(zh: Tree, en: Tree, tmp_path: Path) -> None:
    moment = timezone.now()
    write([Entry(source_language="en", target_language="zh-hans", source="A", target="甲", used_at=moment)])
    call_command("translation_memory", "export", str(tmp_path / "memory.tmx"))
    Entry.objects.all().delete()
    call_command("translation_memory", "import", str(tmp_path / "memory.tmx"))
    assert Entry.objects.between("en", "zh-hans").get().target == "甲"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"<html></html>",
        f"{HEAD}<tu>".encode(),
        b"\x00\xff",
        b'<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><tmx><body><tu>&b;</tu></body>',
    ],
)
def test_what_is_no_tmx_is_refused_and_leaves_nothing(
    content: bytes, zh: Tree, en: Tree, tmp_path: Path
) -> None:
    (tmp_path / "memory.tmx").write_bytes(content)
    with pytest.raises(CommandError, match="no TMX"):
        call_command("translation_memory", "import", str(tmp_path / "memory.tmx"))
    assert not Entry.objects.exists()


def test_entities_of_a_file_open_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words")
    doctype = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    variants = "".join(f'<tuv xml:lang="{code}"><seg>&x;</seg></tuv>' for code in ("zh", "en"))
    file = f"{doctype}<tmx><body><tu>{variants}</tu></body></tmx>"
    assert [one.source for one in tmx.read(io.BytesIO(file.encode()), {"zh-hans", "en"})] == []


def test_learning_everything_is_a_command(zh: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("translation_memory", "learn")
    assert capsys.readouterr().out == "0 segments.\n"
