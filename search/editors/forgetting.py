"""What was searched for is not kept for ever."""

import datetime

from django.utils import timezone

from search.models import MissedSearch, SearchCount

KEPT_DAYS = 180


def forget_old(days: int = KEPT_DAYS) -> int:
    """Delete the searches counted more than `days` days ago and the messages dealt with; return how many."""
    oldest = timezone.localdate() - datetime.timedelta(days=days)
    searches = SearchCount.objects.filter(day__lt=oldest).delete()[0]
    messages = MissedSearch.objects.filter(is_done=True).delete()[0]
    return searches + messages
