import json
import socket
import stat
from pathlib import Path

import pytest

from designcity.servers import ServerError
from designcity.supervisor import environment
from designcity.supervisor.only_one import OnlyOne


@pytest.mark.parametrize("port", ["abc", "0", "-1", "65536", "８０００"])
def test_what_is_no_port_is_refused(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(ServerError, match=r"is no port: give a number from 1 to 65535"):
        environment.wanted_port()


def test_a_taken_port_is_named_with_another_to_try(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(ServerError, match=rf"Port {port} is taken.* PORT={port + 1}"):
            environment.free_port()


def test_secrets_are_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    first = environment.kept_secrets(tmp_path)
    assert environment.kept_secrets(tmp_path) == first
    assert set(first) == {"SECRET_KEY", "admin", "writer", "editor", "publisher", "translator", "officer"}
    assert len(first["SECRET_KEY"]) >= 50
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


def test_the_site_runs_with_production_settings(tmp_path: Path) -> None:
    facts = environment.for_site(tmp_path, 8123, "postgresql:///x", "")
    assert facts["DJANGO_SETTINGS_MODULE"] == "designcity.settings.production"
    assert facts["SITE_URL"] == "http://127.0.0.1:8123"
    assert set(json.loads(facts["DEMO_PASSWORDS"])) == set(environment.ACCOUNTS)


def test_a_second_demo_on_the_same_data_says_where_the_first_one_is(tmp_path: Path) -> None:
    with (
        OnlyOne(tmp_path / "lock", 8000),
        pytest.raises(ServerError, match=r"runs already: http://127.0.0.1:8000/"),
        OnlyOne(tmp_path / "lock", 8001),
    ):
        pass
    with OnlyOne(tmp_path / "lock", 8001):
        pass
