"""Builds the indices anew and prints what it took: `python -m tests.benchmarks.rebuilt`."""

import json
import resource
import time

import django


def main() -> dict[str, float]:
    """Return how many pages were indexed, in how many seconds, with how many megabytes at most."""
    from search.elasticsearch.indices import languages
    from search.indexing.rebuilding import rebuild

    started = time.perf_counter()
    pages = sum(rebuild(language) for language in languages())
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": pages, "seconds": seconds, "megabytes": peak}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main()))
