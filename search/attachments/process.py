"""Runs the reading of one file in a process of its own, and says how that ended."""

import signal
import subprocess
import tempfile
from dataclasses import dataclass
from typing import IO

from designcity import confined
from search.attachments.endings import LONGEST_TEXT, Ending
from search.attachments.tidying import tidied
from search.models.attachments import DocumentState, Refusal

MOST_SECONDS = 30.0
# PDFium aborts where memory ends; where the machine's own ends first, the kernel kills.
_BY_SIGNAL = {
    signal.SIGXCPU: Refusal.TOO_SLOW,
    signal.SIGABRT: Refusal.TOO_LARGE,
    signal.SIGKILL: Refusal.TOO_LARGE,
}


@dataclass(frozen=True)
class Outcome:
    """What came of reading a file."""

    state: str
    text: str = ""
    reason: str = ""


def refused(reason: Refusal) -> Outcome:
    """Return the outcome of a file that was not read."""
    return Outcome(DocumentState.REFUSED, reason=reason)


def words_of(file: IO[bytes], suffix: str) -> Outcome:
    """Read an open file from its beginning, in bounded time and memory whatever it holds."""
    with tempfile.TemporaryFile() as output:
        try:
            status = confined.run(
                "search.attachments.extract", suffix, given=file, output=output, seconds=MOST_SECONDS
            )
        except subprocess.TimeoutExpired:
            return refused(Refusal.TOO_SLOW)
        if status:
            return refused(_reason(status))
        output.seek(0)
        return _read(output.read(4 * LONGEST_TEXT))


def _read(output: bytes) -> Outcome:
    text = tidied(output.decode("utf-8", "ignore"))[:LONGEST_TEXT]
    return Outcome(DocumentState.READ, text) if text else Outcome(DocumentState.EMPTY)


def _reason(status: int) -> Refusal:
    """Return what an exit status says of the file; one that nobody has agreed on says nothing of it."""
    if status in set(Ending):
        return Refusal[Ending(status).name]
    if status >= 0 or status in confined.STOPPED:
        return Refusal.UNAVAILABLE
    return _BY_SIGNAL.get(signal.Signals(-status), Refusal.BROKEN)
