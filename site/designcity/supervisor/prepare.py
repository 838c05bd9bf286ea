"""Bring the database, the catalogues, the static files and the demo content up to date, each only if needed."""

import hashlib
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from designcity import catalogues


def main() -> int:
    """Return 0, or 1 after one sentence about what is wrong."""
    try:
        _timed("Compiled translations", catalogues.compile_changed)
        django.setup()
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        _timed("Migrated the database", _migrate)
        _timed("Collected static files", _collect_static)
        _timed("Loaded the demo content", _load_demo)
        _timed("Set the address", _align_site)
        _timed("Made the pages findable", _make_findable)
    except (CommandError, DatabaseError, OSError) as error:
        print(f"{type(error).__name__}: {str(error).strip().splitlines()[0]}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _timed(done: str, step: Callable[[], bool]) -> None:
    """Run a step that says whether it had anything to do, and print how long it took if it had."""
    started = time.monotonic()
    if step():
        print(f"  {done} in {time.monotonic() - started:.0f} s.", flush=True)


def _migrate() -> bool:
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def _collect_static() -> bool:
    stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
    fingerprint = _fingerprint()
    if stamp.exists() and stamp.read_text() == fingerprint:
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    """Return a digest of the versions installed and of the site's own static files."""
    digest = hashlib.sha256((settings.ROOT / "requirements.txt").read_bytes())
    folders = [settings.PROJECT / "static", *settings.ROOT.glob("*/static")]
    for path in sorted(path for own in folders for path in own.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(settings.ROOT)}".encode() + path.read_bytes())
    return digest.hexdigest()


def _load_demo() -> bool:
    from home.models import HomePage  # models need Django set up

    if HomePage.objects.exists():
        return False
    call_command("load_demo", verbosity=0)
    return True


def _make_findable() -> bool:
    """Let the database find what the demo's pages say, until Elasticsearch is up."""
    from search.updates.worker import refresh_entries  # models need Django set up

    return bool(refresh_entries())


def _align_site() -> bool:
    """Let the site's own record name the address of this start: links with a host are made from it."""
    from wagtail.models import Site

    address = urlsplit(settings.SITE_URL)
    wanted = {
        "hostname": address.hostname or "",
        "port": address.port or (443 if address.scheme == "https" else 80),
    }
    for site in Site.objects.filter(is_default_site=True).exclude(**wanted):
        site.hostname, site.port = wanted["hostname"], wanted["port"]
        site.save()
    return False


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designcity.settings.production")
    sys.exit(main())
