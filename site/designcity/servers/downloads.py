"""Downloads of published artifacts by their coordinate, with a progress bar."""

import fcntl
import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from maven_artifact.artifact import Artifact
from maven_artifact.downloader import Downloader

from designcity.servers import ServerError

CHUNK = 1 << 20
BAR = 30


class Bar:
    """A progress bar on a terminal; elsewhere a line at every tenth."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size, self._shown = name, size, -1
        self._is_terminal = sys.stdout.isatty()

    def show(self, done: int) -> None:
        """Show how many bytes of the size have come."""
        step = min(100, done * 100 // self._size) // (1 if self._is_terminal else 10)
        if step == self._shown:
            return
        self._shown = step
        percent = step if self._is_terminal else step * 10
        words = f"{self._name}: {percent:3d} % of {self._size >> 20} MB"
        if self._is_terminal:
            filled = "█" * (percent * BAR // 100)
            print(f"\r  {words} [{filled:<{BAR}}]", end="\n" if percent == 100 else "", flush=True)
        else:
            print(f"  {words}", flush=True)


def fetch(coordinate: str, target: Path, name: str, sha256: str) -> None:
    """Download an artifact to `target` and check its SHA-256.

    Raises ServerError when it cannot be had or is not what it should be; then `target` does not exist.
    """
    unfinished = target.with_suffix(".part")
    try:
        digest = _stream(coordinate, unfinished, name)
        if digest != sha256:
            raise ServerError(f"{name} arrived damaged: try again, or look at what stands between.")
        unfinished.replace(target)
    except (requests.RequestException, OSError) as error:
        reason = type(error).__name__
        raise ServerError(
            f"{name} cannot be downloaded ({reason}): check the network and the room on the disk, "
            f"or set ELASTICSEARCH_URL to a server of yours."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold a lock file, so that two starts don't fill the same cache at once."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _stream(coordinate: str, target: Path, name: str) -> str:
    downloader, digest, done = Downloader(), hashlib.sha256(), 0
    address = downloader.resolver.uri_for_artifact(Artifact.parse(coordinate))
    with requests.get(address, stream=True, timeout=60) as response, target.open("wb") as file:
        response.raise_for_status()
        bar = Bar(name, int(response.headers.get("Content-Length") or 1))
        for chunk in response.iter_content(CHUNK):
            file.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            bar.show(done)
    return digest.hexdigest()
