"""What was searched for is not kept for ever."""

import datetime

from django.utils import timezone

from search.models import MissedSearch, SearchCount

KEPT_DAYS = 180


def forget_old(days: int = KEPT_DAYS) -> int:
    """Delete searches counted and messages sent more than `days` days ago; return how many.

    A message that nobody has dealt with yet stays.
    """
    oldest = timezone.localdate() - datetime.timedelta(days=days)
    searches = SearchCount.objects.filter(day__lt=oldest).delete()[0]
    messages = MissedSearch.objects.filter(is_done=True, created_at__date__lt=oldest).delete()[0]
    return searches + messages
