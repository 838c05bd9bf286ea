"""What an office does, in a process that can be halted and killed: `python -m tests.resilience.office …`.

`due TITLE…` schedules pages for a minute ago; `bundle TITLE…` schedules a bundle of them; `publish COUNT` runs
the schedule and halts while the page of that number is being published, until a line comes in; 0 never halts.
`keep` keeps the schedule, twice a second, beside a command that hangs and one that there is not.
"""

import datetime
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import django


def due(*titles: str) -> None:
    """Schedule pages for a minute ago."""
    from wagtail.models import Revision

    past = _minutes(-1)
    for title in titles:
        page = _drafted(title)
        page.go_live_at = _minutes(60)
        page.save_revision().publish()
        revision = Revision.objects.get(object_id=str(page.pk))
        Revision.objects.filter(pk=revision.pk).update(
            approved_go_live_at=past, content=revision.content | {"go_live_at": past.isoformat()}
        )


def bundle(*titles: str) -> None:
    """Schedule a bundle of pages for a minute ago."""
    from django.contrib.auth import get_user_model

    from newsroom.models import Bundle, BundlePage

    publisher, _ = get_user_model().objects.get_or_create(username="publisher", is_superuser=True)
    made = Bundle.objects.create(
        title="同时",
        state="scheduled",
        publish_at=_minutes(-1),
        publisher=publisher,
        include_translations=False,
    )
    for page in [_drafted(title) for title in titles]:
        page.save_revision()
        BundlePage.objects.create(bundle=made, page_id=page.pk)


def publish(count: str) -> None:
    """Run the schedule, and halt while a page is being published."""
    from django.core.management import call_command
    from wagtail.signals import page_published

    published: list[str] = []

    def halt(instance: Any, **kwargs: Any) -> None:
        published.append(instance.title)
        if len(published) == int(count):
            print("halted", flush=True)
            sys.stdin.readline()

    page_published.connect(halt, weak=False)
    call_command("publish_scheduled")


def keep() -> None:
    """Keep a schedule until a signal comes, with connections as in production."""
    from django.conf import settings

    from designcity.schedule.doing import do
    from designcity.schedule.keeping import Schedule
    from designcity.schedule.plan import Lane, Pace

    def run(command: str, pace: Pace) -> None:
        time.sleep(3600.0) if command == "hang" else do(command, pace)

    settings.DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "timeout": 10}
    pace = Pace("twice a second", 0.5)
    schedule = Schedule([Lane(pace, (name,)) for name in ("publish_scheduled", "hang", "nothing")], run)
    signal.signal(signal.SIGTERM, schedule.end)
    schedule.keep()


def _drafted(title: str) -> Any:
    from news.models import ArticlePage, NewsIndexPage

    return NewsIndexPage.objects.get().add_child(instance=ArticlePage(title=title, live=False))


def _minutes(count: int) -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(minutes=count)


if __name__ == "__main__":
    django.setup()
    does: dict[str, Callable[..., None]] = {"due": due, "bundle": bundle, "publish": publish, "keep": keep}
    does[sys.argv[1]](*sys.argv[2:])
