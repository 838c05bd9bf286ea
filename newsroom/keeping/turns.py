"""One save at a time: who comes second sees what the first one saved."""

import uuid

from django.db import connection
from wagtail.models import Page


def wait_for_form(key: uuid.UUID) -> None:
    """Wait until no other request with this form is at work; holds until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(key.bytes[:8], signed=True)])


def wait_for_page(page_id: int) -> None:
    """Wait until nobody else is saving this page; holds until the transaction ends."""
    page = Page.objects.order_by().select_for_update(no_key=True, of=("self",)).filter(pk=page_id)
    page.values_list("pk", flat=True).first()
