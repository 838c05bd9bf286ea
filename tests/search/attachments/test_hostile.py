"""Files that are damaged, or made to do harm: each ends in a reason, soon, whatever it holds."""

import tempfile
import time
from collections.abc import Callable

import pytest

from search.attachments import process
from search.attachments.process import words_of
from tests.search.attachments import files

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)
LAUGHS = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))


def reason(content: bytes, suffix: str) -> str:
    """Return why a file is refused."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        outcome = words_of(file, suffix)
    assert outcome.state == "refused"
    assert outcome.text == ""
    return outcome.reason


@pytest.mark.parametrize(
    "content",
    [files.protected_pdf("secret"), pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), id="word")],
)
def test_file_with_a_password_is_refused_as_encrypted(content: bytes) -> None:
    assert reason(content, ".pdf" if content.startswith(b"%PDF") else ".docx") == "encrypted"


def test_open_document_with_a_password_is_refused_as_encrypted() -> None:
    manifest = b"<m><manifest:encryption-data/></m>"
    content = files.archive({"content.xml": [b"\x00\xff"], "META-INF/manifest.xml": [manifest]})
    assert reason(content, ".odt") == "encrypted"


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        pytest.param(b"", ".pdf", id="an empty PDF"),
        pytest.param(b"", ".docx", id="an empty .docx"),
        pytest.param(b"<!DOCTYPE html><p>\xe8\xae\xbe\xe8\xae\xa1</p>", ".pdf", id="a web page as PDF"),
        pytest.param(files.chinese_pdf()[:700], ".pdf", id="half a PDF"),
        pytest.param(files.word_file()[:9_000], ".docx", id="half a .docx"),
        pytest.param(files.chinese_pdf(), ".docx", id="a PDF as .docx"),
        pytest.param(OLE, ".docx", id="a .doc as .docx"),
        pytest.param(files.archive({"readme": [b"text"]}), ".docx", id="an archive as .docx"),
        pytest.param(files.archive({"word/document.xml": [b"<a><b>"]}), ".docx", id="half an XML"),
        pytest.param(bytes(range(256)) * 20, ".txt", id="no text"),
    ],
)
def test_file_that_is_not_what_its_name_says_is_refused_as_broken(content: bytes, suffix: str) -> None:
    assert reason(content, suffix) == "broken"


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param(f'<!DOCTYPE d [<!ENTITY a0 "ha">{LAUGHS}]>', id="a billion laughs"),
        pytest.param('<!DOCTYPE d [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>', id="a file of the server"),
    ],
)
def test_word_file_that_declares_entities_is_refused(declaration: str) -> None:
    assert reason(files.word_file_of("<w:p><w:t>&a11;</w:t></w:p>", declaration), ".docx") == "broken"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(lambda: files.swelling_word_file(b"", b"\0"), "broken", id="zeros"),
        pytest.param(lambda: files.swelling_word_file(b"<d>", b"<a></a>"), "too_large", id="elements"),
        pytest.param(lambda: files.swelling_word_file(b"<d a='", b"a"), "too_large", id="an attribute"),
        pytest.param(lambda: files.swelling_word_file(b"", b"<a>"), "too_large", id="depth"),
    ],
)
def test_archive_that_unpacks_to_too_much_is_refused(make: Callable[[], bytes], expected: str) -> None:
    assert reason(make(), ".docx") == expected


def test_pdf_that_needs_more_memory_than_it_may_have_is_refused() -> None:
    assert reason(files.swelling_pdf(), ".pdf") == "too_large"


def test_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MOST_SECONDS", 2.0)
    content = files.endless_pdf()
    started = time.monotonic()
    assert reason(content, ".pdf") == "too_slow"
    assert time.monotonic() - started < 10
