"""Stands in for Wagtail's command of this name, which loses a page when it is killed or another one fails."""

from typing import Any

from wagtail.management.commands import publish_scheduled

from newsroom.publishing import schedule


class Command(publish_scheduled.Command):
    """Publishes and takes down what is due, pages and bundles."""

    help = "Publishes scheduled pages and bundles, and takes down those that have expired."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
        else:
            schedule.run()
