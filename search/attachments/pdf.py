"""The words of a PDF, by PDFium: the only reader tried that knows every encoding of Chinese PDFs."""

from collections.abc import Iterator
from typing import BinaryIO

import pypdfium2

from search.attachments.endings import Ending, Refused
from search.attachments.tidying import unwrapped

MOST_PAGES = 5_000


def text(file: BinaryIO) -> Iterator[str]:
    """Yield the text of each page; one that is damaged is left out, unless nothing else has words."""
    document = _opened(file.read())
    damaged = some = False
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = _page(document, number)
        except pypdfium2.PdfiumError:
            damaged = True
        else:
            some = some or bool(page.strip())
            yield unwrapped(page) + "\n"
    if damaged and not some:
        raise Refused(Ending.BROKEN)


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        needs_password = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise Refused(Ending.ENCRYPTED if needs_password else Ending.BROKEN) from error


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        return str(page.get_textpage().get_text_range())
    finally:
        page.close()
