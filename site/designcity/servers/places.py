"""Where downloads and the servers' data live: outside the repository's own files."""

import hashlib
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from designcity.servers import ServerError

ROOT = Path(__file__).resolve().parents[3]
ACCOUNT = "designcity"
LONGEST_SOCKET_FOLDER = 80
"""A Unix socket's whole path holds 107 characters."""


@dataclass(frozen=True)
class Account:
    """The user that the servers run as, since neither of them runs as root."""

    uid: int
    gid: int


def cache_folder() -> Path:
    """Return the folder of downloads, made if missing: `XDG_CACHE_HOME`, or `~/.cache`, or root's own place."""
    if os.environ.get("XDG_CACHE_HOME"):
        base = Path(os.environ["XDG_CACHE_HOME"])
    else:
        base = Path("/var/cache") if is_root() else Path.home() / ".cache"
    return _made(base / "designcity")


def state_folder() -> Path:
    """Return the folder of the demo's data, made if missing; `STATE_DIR` names another one.

    As root it lies outside the clone, where the servers' own user can reach it.
    """
    if os.environ.get("STATE_DIR"):
        return _made(Path(os.environ["STATE_DIR"]).resolve())
    if is_root():
        return _made(Path("/var/lib/designcity") / hashlib.sha256(str(ROOT).encode()).hexdigest()[:12])
    return _made(ROOT / "var" / "demo")


def socket_folder(state: Path) -> Path:
    """Return a folder for PostgreSQL's socket: in the state folder unless its path is too long."""
    wanted = state / "socket"
    if len(str(wanted)) <= LONGEST_SOCKET_FOLDER:
        return wanted
    return Path("/tmp") / f"designcity-{hashlib.sha256(str(state).encode()).hexdigest()[:12]}"  # noqa: S108


def is_root() -> bool:
    """Whether this process runs as root."""
    return os.geteuid() == 0


def account() -> Account | None:
    """Return the servers' user when this process is root, made if missing; None: they run as the caller."""
    if not is_root():
        return None
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        _make_account()
        entry = pwd.getpwnam(ACCOUNT)
    return Account(entry.pw_uid, entry.pw_gid)


def give_to_servers(folder: Path) -> Path:
    """Make a folder that only the servers' user can enter (and root), and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    owner = account()
    if owner is not None:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, owner.uid, owner.gid)
    return folder


def remove(folder: Path) -> None:
    """Remove a folder of data with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def _make_account() -> None:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise ServerError(
            f"The servers don't run as root, and the user {ACCOUNT} cannot be made ({error}): "
            f"make it with useradd, or run as another user."
        ) from error


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(
            f"The folder {folder} cannot be made ({error.strerror}): set XDG_CACHE_HOME or STATE_DIR."
        ) from error
    return folder
