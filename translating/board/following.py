"""Keeps the board true while people look at it: a little at once, the rest in the background."""

from django_tasks import task

from translating.board.models import StatusChange
from translating.board.settling import settle

AT_ONCE = 50
"""As many originals are worked out while somebody waits for the board."""


def follow() -> bool:
    """Work out what has changed; return whether there was too much of it, so that more follows."""
    if settle(AT_ONCE) < AT_ONCE or not StatusChange.objects.exists():
        return False
    settle_all.enqueue()
    return True


@task()
def settle_all() -> int:
    """Work out everything that has changed; return how many originals that were."""
    done = 0
    while count := settle():
        done += count
    return done
