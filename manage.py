#!/usr/bin/env python
"""Run a Django command of the site."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Put the source root `site/` on the path and hand over to Django."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designcity.settings.dev")
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        sys.exit(
            f"PostgreSQL refused or did not answer ({reason}): check that it runs and DATABASE_URL is right."
        )


if __name__ == "__main__":
    main()
