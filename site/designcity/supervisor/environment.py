"""The facts that the site's processes are started with; secrets are made once and kept with the data."""

import json
import os
import secrets
from pathlib import Path

from designcity.servers import ServerError, places, ports

DEFAULT_PORT = 8000
ACCOUNTS = ("admin", "writer", "editor", "publisher", "translator", "officer")


def wanted_port() -> int:
    """Return the port that PORT names, 8000 without it; raises ServerError for what is no port."""
    raw = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not (raw.isascii() and raw.isdigit() and 0 < int(raw) < 65_536):
        raise ServerError(f"PORT={raw} is no port: give a number from 1 to 65535, as in PORT=8001.")
    return int(raw)


def free_port() -> int:
    """Return the wanted port; raises ServerError when something else listens on it."""
    port = wanted_port()
    if ports.is_taken(port):
        raise ServerError(
            f"Port {port} is taken{ports.holder(port)}: stop what holds it, or take another one with "
            f"PORT={port + 1 if port < 65_535 else DEFAULT_PORT}."
        )
    return port


def kept_secrets(state: Path) -> dict[str, str]:
    """Return the secret key and the demo accounts' passwords, made at first start, for the owner's eyes."""
    file = state / "secrets.json"
    try:
        kept: dict[str, str] = json.loads(file.read_text())
    except (OSError, ValueError):
        kept = {}
    missing = [name for name in ("SECRET_KEY", *ACCOUNTS) if name not in kept]
    if missing:
        kept |= {name: secrets.token_urlsafe(50 if name == "SECRET_KEY" else 9) for name in missing}
        file.touch(mode=0o600)
        file.write_text(json.dumps(kept, indent=1))
    return kept


def for_site(state: Path, port: int, database: str, elasticsearch: str) -> dict[str, str]:
    """Return the environment of the site's processes: production settings, with the demo's own facts."""
    kept = kept_secrets(state)
    passwords = {name: kept[name] for name in ACCOUNTS}
    facts = {
        "DJANGO_SETTINGS_MODULE": "designcity.settings.production",
        "PYTHONPATH": f"{places.ROOT / 'site'}{os.pathsep}{places.ROOT}",
        "PYTHONUNBUFFERED": "1",
        "SECRET_KEY": os.environ.get("SECRET_KEY") or kept["SECRET_KEY"],
        "DATABASE_URL": database,
        "ELASTICSEARCH_URL": elasticsearch,
        "SITE_URL": os.environ.get("SITE_URL") or f"http://{ports.LOOPBACK}:{port}",
        "ALLOWED_HOSTS": ",".join(filter(None, ["localhost", ports.LOOPBACK, os.environ.get("ALLOWED_HOSTS")])),
        "BIND": f"{ports.LOOPBACK}:{port}",
        "DATA_DIR": str(state / "data"),
        "SERVE_MEDIA": "1",
        "DEMO_PASSWORDS": json.dumps(passwords),
    }
    return dict(os.environ) | facts
