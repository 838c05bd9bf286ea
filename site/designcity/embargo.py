"""Embargo: nothing new of a page reaches readers before a moment, in any language and by whatever way.

Whoever publishes, the revision is turned into a page by `with_content_json`: there its day of going live is
moved to the embargo's end, and Wagtail schedules it. What writes a page without publishing it passes `save`.
"""

import datetime
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, get_page_models

WORDS = {"title", "slug", "seo_title", "search_description", "show_in_menus", "go_live_at", "expire_at"}
"""The columns of Wagtail's own page that editors fill in."""


def not_before(
    go_live_at: datetime.datetime | None, embargo_until: datetime.datetime | None
) -> datetime.datetime | None:
    """Return the moment of going live, moved to the end of an embargo that still runs."""
    if embargo_until is None or embargo_until <= timezone.now():
        return go_live_at
    return embargo_until if go_live_at is None else max(go_live_at, embargo_until)


def ending(start: datetime.datetime, end: datetime.datetime | None = None) -> dict[int, datetime.datetime]:
    """Return the embargoes that end from a moment on, or until another, by the keys of their pages."""
    wanted = {"embargo_until__gte": start} | ({"embargo_until__lt": end} if end else {})
    types = [model for model in get_page_models() if issubclass(model, Embargo)]
    kept = [model._base_manager.filter(**wanted).values_list("pk", "embargo_until") for model in types]
    return dict(kept[0].union(*kept[1:], all=True))


class Embargo(Page):
    """A page that can be kept back; all its languages and all its revisions share one embargo."""

    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_(
            "Nobody can publish the page earlier, in any language: what is published or approved before then "
            "goes live at this moment by itself."
        ),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Leave readers what they have while the page waits.

        Wagtail makes a new page live before it is scheduled, and wagtail-localize writes a translation into the
        live page before it is published.
        """
        if self.live and self._waits():
            if not self._is_live():
                self.live: bool = False
            elif kwargs.get("update_fields") is None:
                kwargs["update_fields"] = _columns_without_words()
        super().save(*args, **kwargs)

    @property
    def is_under_embargo(self) -> bool:
        """Whether the embargo still runs."""
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Return the page as a revision has it; an older revision neither lifts nor shortens the embargo."""
        page: Self = super().with_content_json(content)
        page.embargo_until = self._embargo_as_kept()
        page.go_live_at = not_before(page.go_live_at, page.embargo_until)
        return page

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep the embargo beside the revision, for the page in all its languages."""
        revision = super().save_revision(*args, **kwargs)
        self._keep_embargo_in_all_languages()
        return revision

    def update_aliases(self, **kwargs: Any) -> None:
        """Leave placeholders in other languages alone until the page is live: Wagtail would publish them."""
        if self._is_live():
            super().update_aliases(**kwargs)

    def _waits(self) -> bool:
        is_new: bool = self._state.adding
        return self.is_under_embargo or (is_new and bool(self.go_live_at and self.go_live_at > timezone.now()))

    def _is_live(self) -> bool:
        return self.pk is not None and type(self)._base_manager.filter(pk=self.pk, live=True).exists()

    def _embargo_as_kept(self) -> datetime.datetime | None:
        """Return the embargo in the database: the page in hand may have been read before it was set."""
        if self.pk is None:
            return self.embargo_until
        kept = type(self)._base_manager.filter(pk=self.pk).values_list("embargo_until", flat=True)
        return kept.first()

    def _keep_embargo_in_all_languages(self) -> None:
        versions = type(self)._base_manager.filter(translation_key=self.translation_key)
        if self.embargo_until is None:
            versions = versions.filter(embargo_until__isnull=False)
        else:
            versions = versions.exclude(embargo_until=self.embargo_until)
        versions.update(embargo_until=self.embargo_until)


def _columns_without_words() -> list[str]:
    """Return the columns that say where and how a page stands, and nothing that readers read."""
    fields = (field for field in Page._meta.concrete_fields if not field.primary_key)
    return ["embargo_until", *(field.name for field in fields if field.name not in WORDS)]
