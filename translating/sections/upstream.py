"""Where wagtail-localize hands over what takes long: large trees went into one request (#773, #858).

It is named in the settings and read while wagtail-localize's models are: what it uses is imported later.
"""

from collections.abc import Callable
from typing import Any


class SectionJobs:
    """Lets a language follow another one as a job; whatever else is handed over is done at once."""

    def __init__(self, options: dict[str, Any]) -> None:
        """Take no options."""

    def enqueue(self, func: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> None:
        """Begin a job for each tree of the source language."""
        from wagtail_localize.synctree import synchronize_tree

        if func is synchronize_tree:
            place_everything(*args)
        else:
            func(*args, **kwargs)


def place_everything(source: Any, target: Any) -> None:
    """Have placeholders of all pages of a language placed in another one."""
    from wagtail.models import Page

    from translating.sections import jobs
    from translating.sections.models import Kind

    for home in Page.objects.filter(depth=2, locale=source):
        jobs.start(Kind.PLACE, home, [target], None)
