"""The numbers of requests, such as 2026-0007: short enough to be said on the phone."""

from django.db import models, transaction

from designcity.times import today


class RequestYear(models.Model):
    """The last number that was given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.year}-{self.last:04}"


def next_number() -> str:
    """Return the next number of this year; two that ask in one moment get two numbers, without a gap."""
    with transaction.atomic():
        RequestYear.objects.get_or_create(year=today().year)
        year = RequestYear.objects.select_for_update().get(year=today().year)
        year.last += 1
        year.save(update_fields=["last"])
    return str(year)
