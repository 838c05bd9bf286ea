"""The whole memory as a TMX file, out and in; the command and the desk both use it."""

from collections.abc import Iterator
from typing import IO

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale

from translating.memory import tmx
from translating.memory.models import Entry
from translating.memory.writing import write


def exported() -> Iterator[str]:
    """Yield the memory as TMX, piece by piece."""
    entries = Entry.objects.order_by("pk")
    return tmx.written(entries.iterator(chunk_size=1000), settings.LANGUAGE_CODE)


@transaction.atomic
def take(file: IO[bytes]) -> int:
    """Take a TMX file over and return how many segments; raises TMXError, and then nothing was."""
    return write(tmx.read(file, set(Locale.objects.values_list("language_code", flat=True))))
