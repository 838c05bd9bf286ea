from typing import Any

from django.core.management.base import BaseCommand

from translating.jobs.taking_up import take_up_forsaken
from translating.machine import jobs
from translating.machine.models import Job
from translating.sections import working
from translating.sections.models import SectionJob


class Command(BaseCommand):
    help = "Lets the work on sections and the machine's translations go on whose process was stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        """Put them into the queue again; twice is once."""
        number = take_up_forsaken(SectionJob.objects.all(), working.take_up)
        if number := number + take_up_forsaken(Job.objects.all(), jobs.take_up):
            self.stdout.write(f"{number} jobs go on.")
