"""Saves pages steadily: `python -m tests.benchmarks.publishing RATE COUNT` says when each was saved."""

import sys
import time

import django


def main(rate: float, count: int) -> None:
    """Publish a new headline on so many pages; print each page's id and when it was committed."""
    from news.models import ArticlePage

    pages = ArticlePage.objects.filter(locale__language_code="en").order_by("pk")[:count]
    begun = time.monotonic()
    for number, page in enumerate(pages):
        time.sleep(max(0.0, begun + number / rate - time.monotonic()))
        page.title = f"{title_of(page.pk)} {page.title}"[:200]
        page.save_revision().publish()
        print(page.pk, time.time(), flush=True)


def title_of(page_id: int) -> str:
    """Return the word that stands in the new headline of a page, and nowhere else."""
    return f"published{page_id}"


if __name__ == "__main__":
    django.setup()
    main(float(sys.argv[1]), int(sys.argv[2]))
