"""Every format holds the same and other programs read it; what is broken or hostile is refused."""

import io
import zipfile
from typing import Any

import pytest
from lxml import etree
from translate.storage import pypo, xliff, xliff2

from translating.files import formats
from translating.files.formats import Format
from translating.files.sheets import Sheet, Unit, Unreadable, key_of

SOURCES = {
    '见<a id="a1">链接</a>与<b>字</b>': '<b>Words</b> and a <a id="a1">link</a>',
    "一行<br/>两行 &amp; &lt;三&gt;": "One line<br/>two &amp; &lt;three&gt;",
    "<em>强</em>调": "",
    "平常的一句": "A plain sentence",
}
IN_FORMATS = pytest.mark.parametrize("form", Format)


def sheet(key: str = "0b1d5a2e-0000-4000-8000-000000000000") -> Sheet:
    """Return a sheet with all kinds of mark-up."""
    path = "body.5f0e"
    units = [
        Unit(key_of(path, source), source, target, path, ["正文 › 文字"], 255)
        for source, target in SOURCES.items()
    ]
    return Sheet(key, "zh-Hans", "en", "座谈会", units)


def words(sheets: list[Sheet]) -> list[tuple[str, str, str, str, str]]:
    """Return what must come back."""
    return [(one.key, unit.key, unit.source, unit.target, unit.problem) for one in sheets for unit in one.units]


@IN_FORMATS
def test_what_goes_out_comes_back_exactly(form: str) -> None:
    sheets = [sheet(), sheet("1b1d5a2e-0000-4000-8000-000000000000")]
    for some in (sheets, sheets[:1]):
        found = formats.read(formats.write(form, some).content)
        assert words(found) == words(some)
        about = {(one.source_language, one.target_language, one.title) for one in found}
        assert about == {("zh-Hans", "en", "座谈会")}


@pytest.mark.parametrize(
    ("form", "store"),
    [(Format.XLIFF_1, xliff.xlifffile), (Format.XLIFF_2, xliff2.Xliff2File), (Format.PO, pypo.pofile)],
)
def test_translation_programs_read_the_files(form: str, store: Any) -> None:
    found = store.parsestring(formats.write(form, [sheet()]).content)
    units = [unit for unit in found.units if not unit.isheader()]
    assert units[3].source == "平常的一句"
    assert units[3].target == "A plain sentence"
    assert [bool(unit.target) for unit in units] == [True, True, False, True]


def test_states_notes_and_the_length_stand_in_the_file() -> None:
    root = etree.fromstring(formats.write(Format.XLIFF_1, [sheet()]).content)
    assert root.xpath("//*[local-name()='target']/@state").count("needs-translation") == 1
    assert set(root.xpath("//@maxwidth")) == {"255"}
    assert "正文 › 文字" in root.xpath("//*[local-name()='trans-unit']/*[local-name()='note']/text()")
    root = etree.fromstring(formats.write(Format.XLIFF_2, [sheet()]).content)
    assert root.xpath("//@state").count("initial") == 1
    assert "正文 › 文字" in root.xpath("//*[local-name()='unit']//*[local-name()='note']/text()")


def test_a_code_taken_from_another_program_is_what_the_original_says() -> None:
    content = formats.write(Format.XLIFF_1, [sheet()]).content.decode()
    cut = content.replace(
        '<target state="translated"><g id="1" ctype="bold">Words</g>', "<target><g id='1'>W</g>"
    )
    cut = cut.replace("A plain sentence", '<mrk mtype="seg" mid="1">A plain</mrk> sentence')
    assert cut != content
    first, *_others, last = formats.read(cut.encode())[0].units
    assert first.target == '<b>W</b> and a <a id="a1">link</a>'
    assert last.target == "A plain sentence"


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('<g id="1" ctype="bold">Words</g>', "<g id='7'>Words</g>"),
        ('<g id="1" ctype="bold">Words</g>', "<it id='1' pos='open'>x</it>Words"),
        ('<g id="1" ctype="bold">Words</g>', "<bx id='1'/>Words"),
        (
            '<g id="1" ctype="bold">Words</g>',
            "<g id='1' ctype='x-html-script'>Words</g><g id='9' ctype='x-html-p'/>",
        ),
    ],
)
def test_broken_codes_are_a_problem_of_their_segment_only(written: str, instead: str) -> None:
    content = formats.write(Format.XLIFF_1, [sheet()]).content.decode()
    start, target = content.split("<target", 1)
    units = formats.read(f"{start}<target{target.replace(written, instead, 1)}".encode())[0].units
    assert units[0].problem
    assert [unit.problem for unit in units[1:]] == ["", "", ""]


def _zipped(content: bytes, name: str = "x.po") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><xliff>&b;</xliff>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "neither XLIFF nor PO|not made by this site"),
        (b"/etc/passwd", "neither XLIFF nor PO|not made by this site"),
        (b"\x00\x01\x02\xff", "UTF-8"),
        ("一句话".encode("gb18030"), "UTF-8"),
        ('msgid "a"'.encode("utf-16"), "UTF-8"),
        ("<html></html>".encode("utf-16"), "no XLIFF"),
        (b'msgid "a"\nmsgstr "b"\n', "not made by this site"),
        (b'msgid "a\nmsgstr', "neither XLIFF nor PO"),
        (b"<html></html>", "no XLIFF"),
        (b"<xliff", "no well-formed XML from line 1"),
        (b"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'/>", "nothing to translate"),
        (b"<?xml version='1.0' encoding='no-such'?><xliff/>", "XML"),
        (BOMB.encode(), "entities"),
        (OUTSIDE.encode(), "entities"),
        (b"<a>" * 100_000, "nested too deep"),
        (b"<a>" + b"<b/>" * 300_001, "too many parts"),
        (b"PK\x03\x04 no archive", "damaged"),
        (_zipped(b"<a>" * 1000, "x.xlf"), "nested too deep"),
        (_zipped(b"#" * (21 * 1024**2)), "too large"),
        (_zipped(b"", "x.txt"), "nothing to translate"),
        (b"#" * (21 * 1024**2), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        formats.read(content)


def test_what_macos_puts_beside_the_files_of_an_archive_is_no_file() -> None:
    buffer = io.BytesIO(formats.write(Format.PO, [sheet(), sheet()]).content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("__MACOSX/._001.po", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X")
    assert len(formats.read(buffer.getvalue())) == 2


def test_characters_that_xml_cannot_hold_do_no_harm() -> None:
    one = Sheet("0b1d5a2e-0000-4000-8000-000000000000", "zh-Hans", "en", "题\x0b", [Unit("a.b", "一\x08二")])
    for form in (Format.XLIFF_1, Format.XLIFF_2):
        assert formats.read(formats.write(form, [one]).content)[0].units[0].source == "一二"
