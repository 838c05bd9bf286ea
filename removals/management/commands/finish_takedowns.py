from typing import Any

from django.core.management.base import BaseCommand

from removals.takedowns import files


class Command(BaseCommand):
    help = "Remove the files of what was taken down that a process which was stopped has left."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them; twice is once."""
        if number := files.finish():
            self.stdout.write(f"{number} files of what was taken down removed.")
