"""What was searched for, counted by day: words and numbers, never who."""

import logging
import re

from django.db import DatabaseError, connection
from django.db.models import F
from django.utils import timezone

from search.models import SearchCount

logger = logging.getLogger(__name__)

# What looks like an address, a telephone number or a number of a document may be somebody's: it is not kept.
_PERSONAL = re.compile(r"@|\d[\d\s-]{5,}\d")

_COUNT = """
    INSERT INTO search_searchcount (day, language_code, text, searches, clicks, found)
    VALUES (%s, %s, %s, 1, 0, %s)
    ON CONFLICT (day, language_code, text)
    DO UPDATE SET searches = search_searchcount.searches + 1, found = excluded.found
"""


def count_search(language: str, text: str, found: int) -> None:
    """Count one search; readers get their results also when it cannot be counted."""
    if _PERSONAL.search(text):
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [timezone.localdate(), language, text.casefold(), found])
    except DatabaseError as error:
        logger.warning("A search was not counted: %s", type(error).__name__)


def count_click(language: str, text: str) -> bool:
    """Count a result that was opened, if its search was counted today; return whether it was."""
    counts = SearchCount.objects.filter(day=timezone.localdate(), language_code=language, text=text.casefold())
    return bool(counts.update(clicks=F("clicks") + 1))
