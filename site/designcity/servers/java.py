"""The Java that Elasticsearch needs: a full JDK, 21 or newer."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from designcity.servers import ServerError

OLDEST = 21
NEEDED_MODULE = "jdk.jdi"
VECTOR_MODULE = "jdk.incubator.vector"


@dataclass(frozen=True)
class Jdk:
    """A Java installation, as its own `release` file describes it."""

    home: Path
    version: int
    modules: frozenset[str]

    @property
    def is_enough(self) -> bool:
        """Whether Elasticsearch starts on it: trimmed runtimes lack modules it stops without."""
        has_modules = NEEDED_MODULE in self.modules or not self.modules
        return self.version >= OLDEST and has_modules and (self.home / "bin" / "java").exists()


def find() -> Jdk:
    """Return the first JDK that is new enough: ES_JAVA_HOME, JAVA_HOME, `java` on the path, /usr/lib/jvm.

    Raises ServerError when there is none.
    """
    for home in _candidates():
        jdk = read(home)
        if jdk is not None and jdk.is_enough:
            return jdk
    raise ServerError(
        f"Elasticsearch needs a JDK {OLDEST} or newer and none was found: install one "
        f"(such as Temurin {OLDEST}) and set ES_JAVA_HOME to its folder."
    )


def read(home: Path) -> Jdk | None:
    """Return what the `release` file in a folder says, or None where there is none."""
    try:
        facts = dict(re.findall(r'^(\w+)="(.*)"', (home / "release").read_text(), flags=re.MULTILINE))
    except OSError:
        return None
    version = re.match(r"(?:1\.)?(\d+)", facts.get("JAVA_VERSION", ""))
    return Jdk(home, int(version[1]) if version else 0, frozenset(facts.get("MODULES", "").split()))


def _candidates() -> Iterator[Path]:
    for variable in ("ES_JAVA_HOME", "JAVA_HOME"):
        if os.environ.get(variable):
            yield Path(os.environ[variable])
    if java := shutil.which("java"):
        yield Path(java).resolve().parents[1]
    folders = (path for path in Path("/usr/lib/jvm").glob("*") if path.is_dir())
    yield from sorted(folders, key=lambda home: -(found.version if (found := read(home)) else 0))
