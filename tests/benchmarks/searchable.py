"""How long after it was published a page is found, while others are being published."""

import subprocess
import threading
import time
from typing import Any

from search.elasticsearch import client
from search.elasticsearch.indices import alias
from tests.benchmarks.publishing import title_of
from tests.benchmarks.site import Site

LOOK_SECONDS = 0.02
PATIENCE = 30.0


def delays(site: Site, rate: float, count: int) -> list[float]:
    """Return the seconds from each commit until Elasticsearch finds the page, ascending; endless if never."""
    saved: dict[int, float] = {}
    found: dict[int, float] = {}
    with site.working(), site.start_module("publishing", str(rate), str(count)) as publisher:
        reader = threading.Thread(target=_read, args=(publisher, saved), daemon=True)
        reader.start()
        given_up = None
        while reader.is_alive() or saved.keys() - found.keys():
            _look(sorted(saved.keys() - found.keys()), found)
            if not reader.is_alive():
                given_up = given_up or time.monotonic() + PATIENCE
                if time.monotonic() > given_up:
                    break
            time.sleep(LOOK_SECONDS)
    return sorted(found.get(pk, float("inf")) - at for pk, at in saved.items())


def _read(publisher: subprocess.Popen[str], saved: dict[int, float]) -> None:
    assert publisher.stdout is not None
    for line in publisher.stdout:
        pk, at = line.split()
        saved[int(pk)] = float(at)


def _look(waiting: list[int], found: dict[int, float]) -> None:
    """Ask for the words of all waiting pages at once."""
    if not waiting:
        return
    words = " ".join(title_of(pk) for pk in waiting)
    asked: dict[str, Any] = {"match": {"title.exact": {"query": words}}}
    columns: list[Any] = ["page_id"]
    answer = client.prompt().search(
        index=alias("en"), query=asked, size=500, source=False, docvalue_fields=columns
    )
    now = time.time()
    for hit in answer["hits"]["hits"]:
        pk = int(hit["fields"]["page_id"][0])
        if pk in waiting:
            found.setdefault(pk, now)
