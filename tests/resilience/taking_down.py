"""Takes a picture down, and stops at a moment to be killed: `python -m tests.resilience.taking_down MOMENT`."""

import sys
import time
from typing import Any

import django


def make() -> None:
    """Make a page that shows a picture, with a size of that for readers."""
    from news.models import NewsIndexPage
    from tests.factories import administrator, article, image

    administrator()
    picture = image()
    picture.get_rendition("width-160")
    article(NewsIndexPage.objects.get(), "示例", lead_image=picture, lead_image_alt="桌子")


def take_down(moment: str) -> None:
    """Take the picture down as far as the moment: before the commit, or before its files go."""
    from django.contrib.auth import get_user_model

    from designcity.images import DesignImage
    from removals.takedowns import files, taking

    if moment == "before-commit":
        taking._log = _stop  # type: ignore[assignment]  # it never returns
    else:
        files._remove = _stop  # type: ignore[assignment]  # as above
    taking.take_down(DesignImage.objects.get(), by=get_user_model().objects.get(), reason="示例")


def _stop(*args: Any) -> None:
    sys.stdout.write("here\n")
    sys.stdout.flush()
    time.sleep(600)


if __name__ == "__main__":
    django.setup()
    make() if sys.argv[1] == "make" else take_down(sys.argv[1])
