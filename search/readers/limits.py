"""How often one client may ask: a bucket for each address, kept in the process."""

import math
import time
from collections import OrderedDict
from threading import Lock

from django.conf import settings

MOST_CLIENTS = 10_000


class Limiter:
    """Lets each client ask so many times a second, with some more at once; addresses are written nowhere."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def seconds_to_wait(self, client: str) -> int:
        """Return 0 and count the request, or how many seconds the client has to wait."""
        rate = settings.SEARCH_REQUESTS_PER_SECOND
        if not rate:
            return 0
        now, most = time.monotonic(), rate * 3
        with self._lock:
            left, at = self._buckets.pop(client, (float(most), now))
            left = min(most, left + (now - at) * rate)
            self._buckets[client] = (max(left - 1, 0), now) if left >= 1 else (left, now)
            while len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0 if left >= 1 else math.ceil((1 - left) / rate)


limiter = Limiter()
