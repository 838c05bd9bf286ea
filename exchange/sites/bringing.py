"""An import from beginning to end: the file is looked at, read and taken, and what became of it reported."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Site

from exchange.refusals import Refused
from exchange.sites.form import LINES
from exchange.sites.reading.formats import FORMATS, Given, format_of
from exchange.sites.reading.places import place_for
from exchange.sites.report import Report
from exchange.sites.taking.importing import Importer, one_at_a_time

Progress = Callable[[int, int, int], None]


@dataclass(frozen=True)
class Order:
    """What is to be brought in, from where, and to where."""

    source: Path
    format: str | None = None
    into: str | None = None
    language: str | None = None
    media: Path | None = None
    report: Path = Path("import-report.csv")
    dry_run: bool = False


class Meter:
    """Tells how much of the file is read, and how many items that were."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.total = total
        self.progress = progress
        self.bytes = self.items = 0

    def at(self, number: int) -> None:
        """Hear how many bytes are read."""
        self.bytes = number

    def told(self) -> None:
        """Hear of another item."""
        self.items += 1
        self.progress(self.bytes, self.total, self.items)


def bring(order: Order, progress: Progress = lambda done, total, items: None) -> Report:
    """Bring in a file; raises `Refused` or `Unreadable` when that cannot be done at all."""
    path = order.source / LINES if order.source.is_dir() else order.source
    meter = Meter(path.stat().st_size, progress)
    read = FORMATS[order.format or format_of(path)]
    with one_at_a_time() as alone:
        if not alone:
            raise Refused(_("Another import is running: wait until it is done."))
        media = order.media or path.parent
        given = Given(path, meter.at, place_for(order.into, order.language), order.media)
        report = Report(order.report)
        try:
            importer = Importer(media, report, meter.told)
            if order.dry_run:
                _rehearse(importer, lambda: importer.run(read(given)))
            else:
                importer.run(read(given))
        finally:
            report.close()
    Site.clear_site_root_paths_cache()
    return report


def _rehearse(importer: Importer, act: Callable[[], None]) -> None:
    """Do everything in one transaction, and take it back."""
    try:
        with transaction.atomic():
            importer.rehearses = True
            act()
            transaction.set_rollback(True)
    finally:
        importer.files.sweep()
