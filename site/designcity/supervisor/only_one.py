"""One demo at a time for one folder of data; the lock goes with the process that holds it."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from designcity.servers import ServerError, ports


class OnlyOne:
    """Holds a lock file that says where the demo runs; raises ServerError when another one holds it."""

    def __init__(self, file: Path, port: int) -> None:
        self._path, self._port = file, port

    def __enter__(self) -> Self:
        self._file = self._path.open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = self._holder()
            self._file.close()
            raise ServerError(f"The demo runs already: {holder}. Stop that one first.") from None
        self._file.truncate(0)
        self._file.write(f"http://{ports.LOOPBACK}:{self._port}/, process {os.getpid()}")
        self._file.flush()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _holder(self) -> str:
        self._file.seek(0)
        return self._file.read() or "it is starting"
