"""Files are judged by what they hold, whatever they are called."""

import pytest

from designcity.file_contents.judging import kind_of
from removals.requests.uploads import MOST_BYTES, plain_name, refusals
from tests.removals.requests.claims import MAIL, pdf, picture, sent, word, zipped

PNG = picture("PNG")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("permission.pdf", pdf(), "pdf"),
        ("picture.PNG", PNG, "png"),
        ("picture.jpg", picture("JPEG"), "jpeg"),
        ("picture.jpeg", picture("JPEG"), "jpeg"),
        ("picture.webp", picture("WEBP"), "webp"),
        ("contract.docx", word(), "docx"),
        ("证明.txt", "我是作者。".encode(), "txt"),
        ("old.txt", "我是作者。".encode("gb18030"), "txt"),
        ("contract.odt", zipped("mimetype", "content.xml"), "odt"),
        ("mail.eml", MAIL, "eml"),
        ("mail.txt", MAIL, "eml"),
    ],
)
def test_what_a_claim_needs_is_taken(name: str, content: bytes, kind: str) -> None:
    assert kind_of(sent(name, content)) == kind
    assert refusals(sent(name, content)) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.pdf", b"<html><script>alert(1)</script></html>"),
        ("picture.png", picture("JPEG")),
        ("picture.png", PNG[:40]),
        ("picture.gif", picture("GIF")),
        ("program.exe", b"MZ\x90\x00\x03"),
        ("program.txt", b"MZ\x90\x00\x03"),
        ("archive.docx", zipped("a.txt")),
        ("archive.zip", zipped("a.txt")),
        ("sheet.docx", zipped("[Content_Types].xml", "xl/workbook.xml")),
        ("broken.docx", b"PK\x03\x04broken"),
        ("words.eml", b"just words"),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("none", pdf()),
        ("nothing.txt", b""),
        ("large.txt", b"a" * (MOST_BYTES + 1)),
    ],
)
def test_anything_else_is_refused_by_name(name: str, content: bytes) -> None:
    [said] = refusals(sent(name, content))
    assert name in said


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\scan.pdf", "scan.pdf"),
        ("a\r\nb\x00.pdf", "ab.pdf"),
        ("\u202egpj.pdf", "gpj.pdf"),
        ("", "file"),
        ("证" * 300 + ".pdf", "证" * 116 + ".pdf"),
        ("😀.png", "😀.png"),
    ],
)
def test_a_files_name_is_shown_without_folders_and_control_characters(name: str, plain: str) -> None:
    assert plain_name(name) == plain
