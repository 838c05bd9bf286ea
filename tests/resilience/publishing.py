"""Publishes pages as editors do, twenty a second: `python -m tests.resilience.publishing NAME COUNT`.

While the database is away it tries again, as an editor would.
"""

import sys
import time

import django


def main(name: str, count: int) -> None:
    """Publish so many pages, and unpublish every fifth of them again at once."""
    from django.db import DatabaseError, InterfaceError, connection

    for number in range(count):
        started = time.monotonic()
        for _attempt in range(200):
            try:
                _publish(f"{name} {number:04d}")
                break
            except (DatabaseError, InterfaceError):
                connection.close()
                time.sleep(0.25)
        time.sleep(max(0.0, 0.05 - (time.monotonic() - started)))


def _publish(title: str) -> None:
    from news.models import ArticlePage, NewsIndexPage

    if ArticlePage.objects.filter(title=title).exists():
        return
    page = ArticlePage(title=title, summary="示例")
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    if title.endswith(("0", "5")):
        page.unpublish()


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
