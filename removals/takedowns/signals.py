"""What takedowns tell those who asked for them."""

from django.dispatch import Signal

put_back = Signal()
"""Something is online again: `takedown`, `by` whom, `words` for whoever had asked for the removal.

Sent within the transaction that puts it back.
"""
