"""`manage.py export_site FOLDER`: write the whole site as JSON Lines with its media."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils.translation import gettext as _

from exchange.sites.form import LINES
from exchange.sites.giving.exporting import export_to
from exchange.sites.progress import Bar


class Command(BaseCommand):
    help = "Write the whole site into a folder: site.jsonl and its media. See docs/importing.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--only-live", action="store_true", help="Leave out what readers don't see yet.")
        parser.add_argument(
            "--private", action="store_true", help="Take private pages along; they stay private."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Export the site as it is at one moment, and say what stayed."""
        bar = Bar(self.stderr)
        try:
            with transaction.atomic():
                _see_one_moment()
                exported = export_to(
                    options["folder"], options["only_live"], bar.show, with_private=options["private"]
                )
        except OSError as error:
            raise CommandError(_("The folder cannot be written: %s") % error) from None
        finally:
            bar.end()
        self.stdout.write(
            _("%(count)s lines stand in %(path)s.")
            % {"count": exported.rows, "path": options["folder"] / LINES}
        )
        if exported.private:
            self.stdout.write(_("%s private pages stayed here.") % exported.private)
        for name in exported.lost:
            self.stderr.write(_("The file of this item is missing: %s") % name)


def _see_one_moment() -> None:
    """Read everything as it stood at the beginning, whoever publishes meanwhile."""
    if connection.vendor == "postgresql" and not connection.needs_rollback and not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
