"""Writes the words of the file on standard input to standard output, in a process that may die of it.

What comes from outside may be damaged, huge or made to do harm. Memory, processor time and output are bounded
here; the process that waits bounds the time on the clock, and this one ends with it.
"""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from search.attachments import office, pdf, plain
from search.attachments.endings import LONGEST_TEXT, Ending, Refused

MOST_MEMORY = 1024**3
MOST_CPU_SECONDS = 30
MOST_OUTPUT = 4 * 1024**2
_PR_SET_PDEATHSIG = 1

READERS: dict[str, Callable[[BinaryIO], Iterator[str]]] = {
    ".pdf": pdf.text,
    ".docx": office.word,
    ".odt": office.open_document,
    ".txt": plain.text,
}
"""What reads each type of file, a piece at a time."""


def main(suffix: str, parent: int) -> int:
    """Write the words as UTF-8 and return 0, or what was wrong with the file."""
    _end_with(parent)
    _limit()
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


def _end_with(parent: int) -> None:
    """Ask the kernel to end this process with the one that started it, and leave if that has gone already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)


def _limit() -> None:
    """Bound what the file can cost, and give way to whoever serves readers."""
    os.nice(10)
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, MOST_OUTPUT),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
