"""The words of real files of each type, read as the worker reads them."""

import tempfile

import pytest

from search.attachments.endings import LONGEST_TEXT
from search.attachments.process import Outcome, words_of
from tests.search.attachments import files

ODT = """<office:text xmlns:office="o" xmlns:text="t">
<text:tracked-changes><text:p>删去的字</text:p></text:tracked-changes>
<text:h>评选指南</text:h>
<text:p>为了<text:span>规范</text:span><text:note><text:p>脚注</text:p></text:note><text:s/>设计</text:p>
</office:text>"""


def read(content: bytes, suffix: str) -> Outcome:
    """Return what comes of reading a file of some content."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        return words_of(file, suffix)


def test_chinese_pdf_without_embedded_fonts_is_read_and_its_lines_are_joined() -> None:
    assert read(files.chinese_pdf(), ".pdf").text.splitlines() == [
        "评选指南",
        "Guide",
        "为了规范设计之都的评选工作，鼓励各区参与城市设计，制定本指南。",
        "Entries close on 1 June.",
    ]


@pytest.mark.parametrize(
    ("cmap", "encoding"),
    [
        ("GB-EUC-H", "gb2312"),
        ("GBK-EUC-H", "gbk"),
        ("GBKp-EUC-H", "gbk"),
        ("GBK2K-H", "gb18030"),
        ("UniGB-UTF16-H", "utf-16-be"),
    ],
)
def test_pdf_in_each_encoding_of_simplified_chinese_is_read(cmap: str, encoding: str) -> None:
    def encoded(text: str) -> bytes:
        return f"<{text.encode(encoding).hex()}>".encode()

    unicode = "设计之都".encode("utf-16-be").hex()
    content = files.chinese_pdf_of("设计之都").replace(b"UniGB-UCS2-H", cmap.encode())
    assert f"<{unicode}>".encode() in content
    assert "设计之都" in read(content.replace(f"<{unicode}>".encode(), encoded("设计之都")), ".pdf").text


def test_pdf_that_anybody_may_open_but_not_change_is_read() -> None:
    assert read(files.protected_pdf(password=""), ".pdf").text == "Design"


def test_word_file_gives_headings_runs_and_tables() -> None:
    lines = read(files.word_file(), ".docx").text.splitlines()
    assert lines == ["评选指南", "为了规范设计之都的评选", "项目", "负责人", "Entries close"]


def test_word_file_gives_what_is_controlled_or_inserted_and_not_what_is_deleted_or_there_twice() -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:Choice><w:t>图框</w:t></w:Choice><w:Fallback><w:t>图框</w:t></w:Fallback></w:p>"
    )
    assert read(files.word_file_of(body), ".docx").text.splitlines() == ["控件", "插入", "图框"]


def test_word_file_gives_its_notes_after_its_text() -> None:
    part = '<w:d xmlns:w="w"><w:p><w:t>{}</w:t></w:p></w:d>'
    texts = {"word/footnotes.xml": "脚注", "word/document.xml": "正文", "word/comments.xml": "批注"}
    content = files.archive({name: [part.format(text).encode()] for name, text in texts.items()})
    assert read(content, ".docx").text == "正文\n脚注"


def test_open_document_gives_its_text_without_what_was_deleted() -> None:
    content = files.archive(
        {"mimetype": [b"application/vnd.oasis.opendocument.text"], "content.xml": [ODT.encode()]}
    )
    assert read(content, ".odt").text == "评选指南\n为了规范脚注\n设计"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_file_is_read_in_any_encoding_of_chinese(encoding: str) -> None:
    assert read("设计之都，评选指南".encode(encoding), ".txt").text == "设计之都，评选指南"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_only_the_beginning_of_a_very_long_file_is_read(encoding: str) -> None:
    assert read(("设计" * 1_000_000).encode(encoding), ".txt").text == "设计" * (LONGEST_TEXT // 2)


@pytest.mark.parametrize(
    ("content", "suffix"),
    [(files.scanned_pdf(), ".pdf"), (files.word_file_of(""), ".docx"), (b"", ".txt"), (b" \n\t", ".txt")],
)
def test_file_without_words_is_empty(content: bytes, suffix: str) -> None:
    assert read(content, suffix) == Outcome("empty")
