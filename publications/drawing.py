"""Writes how many pages a PDF has, and its first page as a JPEG, in a process that may die of it.

The PDF comes by standard input. To standard output goes the number in decimal, a line end, and the picture, if
the first page can be drawn. Imports no Django.
"""

import sys
from typing import BinaryIO

import pypdfium2
from PIL import Image

from designcity.confined import confine

UNREADABLE = 11
"""The exit status for a file that is broken or protected by a password."""
MOST_OUTPUT = 16 * 1024**2
LONGEST_SIDE = 1600
LARGEST_SCALE = 4.0
LEAST_PROPORTION = 0.2
"""A page that is narrower than a fifth of its height, or the other way round, makes no cover."""


def main(parent: int) -> int:
    """Write what is found and return 0, or `UNREADABLE`."""
    confine(parent, MOST_OUTPUT)
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        sys.stdout.buffer.write(b"%d\n" % len(document))
        _write(document, sys.stdout.buffer)
    except Exception:  # whatever a library makes of a broken file
        return UNREADABLE
    return 0


def _write(document: pypdfium2.PdfDocument, output: BinaryIO) -> None:
    """Write the picture of the first page; none when that alone is damaged or has no shape of a page."""
    try:
        picture = _drawn(document[0])
    except (pypdfium2.PdfiumError, IndexError, ValueError):
        return
    if picture is not None:
        picture.save(output, "JPEG", quality=88)


def _drawn(page: pypdfium2.PdfPage) -> Image.Image | None:
    sides = page.get_size()
    if min(sides) < LEAST_PROPORTION * max(sides):
        return None
    scale = min(LONGEST_SIDE / max(sides), LARGEST_SCALE)
    return page.render(scale=scale).to_pil().convert("RGB")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
