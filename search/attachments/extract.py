"""Writes the words of the file on standard input to standard output, in a process that may die of it."""

import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from designcity.confined import confine
from search.attachments import office, pdf, plain
from search.attachments.endings import LONGEST_TEXT, Ending, Refused

MOST_OUTPUT = 4 * 1024**2

READERS: dict[str, Callable[[BinaryIO], Iterator[str]]] = {
    ".pdf": pdf.text,
    ".docx": office.word,
    ".odt": office.open_document,
    ".txt": plain.text,
}
"""What reads each type of file, a piece at a time."""


def main(suffix: str, parent: int) -> int:
    """Write the words as UTF-8 and return 0, or what was wrong with the file."""
    confine(parent, MOST_OUTPUT)
    try:
        _write(READERS[suffix](sys.stdin.buffer))
    except Refused as refused:
        return refused.ending
    except MemoryError:
        return Ending.TOO_LARGE
    except Exception:  # whatever a library makes of a broken file
        return Ending.BROKEN
    return 0


def _write(pieces: Iterator[str]) -> None:
    left = LONGEST_TEXT
    for piece in pieces:
        sys.stdout.buffer.write(piece[:left].encode("utf-8", "ignore"))
        left -= len(piece)
        if left <= 0:
            break
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
