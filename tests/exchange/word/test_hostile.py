"""Files that are damaged, locked, huge or made to do harm become one sentence, at a bounded cost."""

import io
import time
import zipfile

import pytest

from exchange.refusals import Refused
from exchange.word.archive import ENCRYPTED_PACKAGE, OLE
from exchange.word.endings import MOST_BYTES, Ending
from exchange.word.reading import SENTENCES, read
from tests.exchange.word.documents import FILES, p, packed, word

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><d>&j;</d>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'


def _bomb() -> io.BytesIO:
    """Return a small file whose text claims, truly, to unpack to hundreds of megabytes."""
    file = word(p("x"))
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/big.bin", "w", force_zip64=True) as part,
    ):
        for _ in range(200):
            part.write(bytes(1024**2))
    return file


def _locked() -> io.BytesIO:
    file = word(p("x"))
    content = bytearray(file.getvalue())
    # The flag of encryption, in every entry of the directory and before every part.
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 4)
    return io.BytesIO(bytes(content))


@pytest.mark.parametrize(
    ("file", "ending"),
    [
        (io.BytesIO(b""), Ending.BROKEN),
        (io.BytesIO(b"<html>no Word file</html>"), Ending.BROKEN),
        (io.BytesIO((FILES / "article.docx").read_bytes()[:4000]), Ending.BROKEN),
        (io.BytesIO(OLE + bytes(600)), Ending.OLD),
        (io.BytesIO(OLE + bytes(600) + ENCRYPTED_PACKAGE), Ending.ENCRYPTED),
        (_locked(), Ending.ENCRYPTED),
        (packed({"xl/workbook.xml": "<x/>"}), Ending.OTHER),
        (word("<w:p><w:r></w:p>"), Ending.BROKEN),
        (packed({"word/document.xml": ENTITIES}), Ending.BROKEN),
        (packed({"word/document.xml": OUTSIDE}), Ending.BROKEN),
        (word(p("x"), {"word/styles.xml": OUTSIDE}), Ending.BROKEN),
        (_bomb(), Ending.TOO_LARGE),
        (word("<w:p/>" * 5_000_000), Ending.TOO_LARGE),
        (word("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000), Ending.BROKEN),
    ],
    ids=[
        "empty",
        "no archive",
        "cut off",
        "old format",
        "password",
        "locked archive",
        "a table",
        "bad markup",
        "entities",
        "entity of a file",
        "entity in styles",
        "bomb",
        "huge",
        "deep",
    ],
)
def test_a_bad_file_becomes_one_sentence(file: io.BytesIO, ending: Ending) -> None:
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        read(file)
    assert str(refused.value) == str(SENTENCES[ending])
    assert time.monotonic() - began < 30


def test_a_file_that_is_too_large_is_not_even_opened() -> None:
    with pytest.raises(Refused) as refused:
        read(io.BytesIO(bytes(MOST_BYTES + 1)))
    assert str(refused.value) == str(SENTENCES[Ending.TOO_LARGE])


def test_a_picture_that_names_a_file_of_this_machine_is_not_read() -> None:
    body = '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId7"/>'
    ends = "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    text = read(word(p(f"<w:r>{body}{ends}</w:r>"), None, {"rId7": ("image", "file:///etc/hostname")}))
    assert text.html == ""
    assert not text.pictures
