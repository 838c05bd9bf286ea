"""`manage.py import_site FILE`: bring in a site of another system, or one that export_site wrote."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from designcity.quiet_log import quiet_log
from exchange.refusals import Refused
from exchange.sites.bringing import Order, bring
from exchange.sites.form.errors import Unreadable
from exchange.sites.progress import Bar
from exchange.sites.reading.formats import FORMATS


class Command(BaseCommand):
    help = "Bring in a site: JSON Lines, WordPress WXR, RSS, Atom or CSV. See docs/importing.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="The file, or the folder that export_site wrote.")
        parser.add_argument("--format", choices=sorted(FORMATS), help="Without it, the file is looked at.")
        parser.add_argument("--into", help="The page under which articles are put: its number or its address.")
        parser.add_argument("--language", help="The language of items that don't say it.")
        parser.add_argument("--media-from", type=Path, help="The folder in which pictures and files lie.")
        parser.add_argument("--report", type=Path, default=Path("import-report.csv"))
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen, and change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, show how far it is, and say what was taken and what was not."""
        order = Order(
            source=options["source"],
            format=options["format"],
            into=options["into"],
            language=options["language"],
            media=options["media_from"],
            report=options["report"],
            dry_run=options["dry_run"],
        )
        bar = Bar(self.stderr)
        try:
            with quiet_log():
                report = bring(order, bar.show)
        except KeyboardInterrupt:
            raise CommandError(_("Stopped. The same command goes on from here.")) from None
        except (Unreadable, Refused) as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(_("The file cannot be read: %s") % error) from None
        finally:
            bar.end()
        for sentence in report.sentences(options["dry_run"]):
            self.stdout.write(sentence)
