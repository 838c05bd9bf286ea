"""The scripts of the public pages are collected so that browsers can keep them for ever."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage

from designcity.fingerprints import FingerprintedStorage
from designcity.stylesheets import SOURCES

SCRIPTS = SOURCES.parent / "js"
IMPORTED = re.compile(r'^import .*"\./(.+)";$', re.MULTILINE)
FINGERPRINTED = re.compile(r"[a-z-]+\.[0-9a-f]{12}\.js")


@pytest.fixture
def collected(tmp_path: Path) -> dict[str, str]:
    """The names of the scripts, and what each is called once they are collected."""
    folder = shutil.copytree(SCRIPTS, tmp_path / "designcity" / "js")
    names = [f"designcity/js/{path.name}" for path in folder.glob("*.js")]
    lying: Any = StaticFilesStorage(location=tmp_path)
    storage: Any = FingerprintedStorage(location=tmp_path)
    done = storage.post_process({name: (lying, name) for name in names})
    return {name: called for name, called, processed in done if processed and called.endswith(".js")}


def test_script_imports_others_by_their_fingerprints(collected: dict[str, str], tmp_path: Path) -> None:
    imported = [
        name for called in collected.values() for name in IMPORTED.findall((tmp_path / called).read_text())
    ]
    written = [name for path in SCRIPTS.glob("*.js") for name in IMPORTED.findall(path.read_text())]
    assert len(imported) == len(written) > 5
    assert all(FINGERPRINTED.fullmatch(name) for name in imported)
    assert {f"designcity/js/{name}" for name in imported} <= set(collected.values())
