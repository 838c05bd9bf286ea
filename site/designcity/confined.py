"""Reads files from outside in a process that may die of them; imports no Django.

What comes from outside may be damaged, huge or made to do harm. In the process, memory, processor time and
output are bounded; the one that waits for it bounds the time on the clock, and the process ends with it.
"""

import ctypes
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

MOST_MEMORY = 1024**3
MOST_CPU_SECONDS = 30
STOPPED = frozenset({-signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP})
"""The exit statuses of a process that was told to end: they say nothing of its file."""
SITE = Path(__file__).resolve().parents[1]
ROOT = SITE.parent
# Nothing of this process's own environment, which knows the passwords of the site.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(SITE)}
_PR_SET_PDEATHSIG = 1


def run(module: str, *arguments: str, given: IO[bytes], output: IO[bytes], seconds: float) -> int:
    """Run a module of ours on an open file, from its beginning, and return its exit status.

    The module gets its arguments and, last of all, the number of this process. Raises
    `subprocess.TimeoutExpired` when it takes longer.
    """
    given.seek(0)
    ended = subprocess.run(  # noqa: S603  (our own module, without a shell)
        [sys.executable, "-m", module, *arguments, str(os.getpid())],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=given,
        stdout=output,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
    )
    return ended.returncode


def confine(parent: int, most_output: int) -> None:
    """Bound what the file can cost this process, and give way to whoever serves readers."""
    _end_with(parent)
    os.nice(10)
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, most_output),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _end_with(parent: int) -> None:
    """Ask the kernel to end this process with the one that started it, and leave if that has gone already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)
