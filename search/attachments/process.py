"""Runs the reading of one file in a process of its own, and says how that ended."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from search.attachments.endings import LONGEST_TEXT, Ending
from search.attachments.tidying import tidied
from search.models.attachments import DocumentState, Refusal

MOST_SECONDS = 30.0
ROOT = Path(__file__).resolve().parents[2]
# Nothing of this process's own environment, which knows the passwords of the site.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}
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
    command = [sys.executable, "-m", "search.attachments.extract", suffix, str(os.getpid())]
    file.seek(0)
    with tempfile.TemporaryFile() as output:
        try:
            ended = subprocess.run(  # noqa: S603  (our own module, without a shell)
                command,
                cwd=ROOT,
                env=ENVIRONMENT,
                stdin=file,
                stdout=output,
                stderr=subprocess.DEVNULL,
                timeout=MOST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return refused(Refusal.TOO_SLOW)
        if ended.returncode:
            return refused(_reason(ended.returncode))
        output.seek(0)
        return _read(output.read(4 * LONGEST_TEXT))


def _read(output: bytes) -> Outcome:
    text = tidied(output.decode("utf-8", "ignore"))[:LONGEST_TEXT]
    return Outcome(DocumentState.READ, text) if text else Outcome(DocumentState.EMPTY)


def _reason(status: int) -> Refusal:
    """Return what an exit status says of the file; one that nobody has agreed on says nothing of it."""
    if status in set(Ending):
        return Refusal[Ending(status).name]
    if status >= 0 or -status in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        return Refusal.UNAVAILABLE
    return _BY_SIGNAL.get(signal.Signals(-status), Refusal.BROKEN)
