from pathlib import Path

import pytest

from designcity.servers import ServerError, java

FULL = 'JAVA_VERSION="{version}"\nMODULES="java.base jdk.jdi jdk.incubator.vector"\n'
TRIMMED = 'JAVA_VERSION="25.0.3"\nMODULES="java.base"\n'


def installed(home: Path, release: str) -> Path:
    """Make a folder that looks like a JDK from outside."""
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "java").touch(mode=0o755)
    (home / "release").write_text(release)
    return home


@pytest.mark.parametrize(
    ("version", "is_enough"), [("25.0.3", True), ("21", True), ("17.0.15", False), ("1.8.0_402", False)]
)
def test_only_a_new_enough_jdk_will_do(tmp_path: Path, version: str, is_enough: bool) -> None:
    jdk = java.read(installed(tmp_path / "jdk", FULL.format(version=version)))
    assert jdk is not None
    assert jdk.is_enough is is_enough


def test_a_trimmed_runtime_will_not_do(tmp_path: Path) -> None:
    jdk = java.read(installed(tmp_path / "jre", TRIMMED))
    assert jdk is not None
    assert not jdk.is_enough


def test_a_folder_without_java_is_none(tmp_path: Path) -> None:
    assert java.read(tmp_path) is None


def test_es_java_home_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = installed(tmp_path / "jdk", FULL.format(version="23"))
    monkeypatch.setenv("ES_JAVA_HOME", str(home))
    assert java.find().home == home


def test_an_old_java_home_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ES_JAVA_HOME", raising=False)
    monkeypatch.setenv("JAVA_HOME", str(installed(tmp_path / "old", FULL.format(version="11"))))
    assert java.find().version >= java.OLDEST


def test_without_a_jdk_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "_candidates", lambda: iter([]))
    with pytest.raises(ServerError, match=r"install one .* and set ES_JAVA_HOME"):
        java.find()
