"""Prints the words of one file: `python -m search.attachments.extract FILE`, in a process that may die of it.

What comes from outside may be broken, huge or made to do harm. Memory, time and output are bounded here, and the
reader of the output bounds the time once more. The exit status names what was wrong.
"""

import resource
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

LONGEST_TEXT = 200_000
MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 20
MOST_UNPACKED = 100 * 1024**2
MOST_PARTS = 5_000

BROKEN, ENCRYPTED, TOO_LARGE = 11, 12, 13
"""Exit statuses."""


def main(path: Path) -> int:
    """Print the words of the file as UTF-8 and return 0, or what was wrong with it."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    read = {".pdf": pdf, ".docx": docx, ".txt": plain}[path.suffix.lower()]
    try:
        left = LONGEST_TEXT
        for passage in read(path):
            sys.stdout.buffer.write(passage[:left].encode("utf-8", "replace") + b"\n")
            left -= len(passage)
            if left <= 0:
                break
    except MemoryError:
        return TOO_LARGE
    except Refused as refused:
        return refused.status
    except Exception:  # whatever a library makes of a broken file
        return BROKEN
    return 0


class Refused(Exception):
    """The file cannot be read, and why."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


def pdf(path: Path) -> Iterator[str]:
    """Yield the text of each page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Refused(ENCRYPTED if "password" in str(error).lower() else BROKEN) from error
    for page in document:
        yield page.get_textpage().get_text_bounded()


def docx(path: Path) -> Iterator[str]:
    """Yield the text of each paragraph, those of tables among them."""
    import docx as word
    from docx.oxml.ns import qn

    _weigh(path)
    for paragraph in word.Document(str(path)).element.body.iter(qn("w:p")):
        yield "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def plain(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, in UTF-8 or in the encoding that Chinese Windows writes."""
    content = path.read_bytes()[: LONGEST_TEXT * 4]
    try:
        yield content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield content.decode("gb18030", "replace")


def _weigh(path: Path) -> None:
    """Refuse an archive that says it unpacks to too much, and a document that is encrypted as a whole."""
    if path.read_bytes()[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Refused(ENCRYPTED)
    parts = zipfile.ZipFile(path).infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(TOO_LARGE)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
