"""What the rooms of the site tell each other without knowing who listens."""

from django.dispatch import Signal

pages_look_different = Signal()
"""Sent with `page_ids` when what pages show has changed though they themselves have not.

The sender sends it in the transaction of the change.
"""
