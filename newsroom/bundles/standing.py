"""How each page of a bundle stands, in each language: what will be published, and what is in the way.

The number of queries grows with the languages and the page types, not with the pages; only the checks look into
each draft that would be published.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Task

from designcity.embargo import Embargo
from designcity.languages import language_name
from newsroom.bundles.models import Bundle
from newsroom.bundles.translations import Progress, lacks_words, progress_of
from newsroom.checks.answers import address_of, form_of
from newsroom.checks.findings import Severity
from newsroom.checks.running import must_be_mended


@dataclass(frozen=True)
class Standing:
    """What holds for a page in one language: in a word, what to do where it is in the way."""

    label: Any
    remedy: Any = ""
    is_published: bool = False
    """Whether the bundle publishes something of it."""
    address: str = ""
    """Where to do it, where that is known more exactly than the page."""

    @property
    def is_in_the_way(self) -> bool:
        """Whether the bundle cannot be published because of it."""
        return bool(self.remedy)

    @property
    def tag_class(self) -> str:
        """The style of its label."""
        if self.is_in_the_way:
            return "newsroom-bundle-obstacle"
        return "w-status--primary" if self.is_published else ""


NEW = Standing(_("Unpublished draft"), is_published=True)
CHANGED = Standing(_("Published, with changes"), is_published=True)
UNCHANGED = Standing(_("Nothing to publish"))
MISSING = Standing(_("Translation missing"), _("Have it translated, or publish without this language."))
UNFINISHED = Standing(_("Translation not finished"), _("Have it finished, or publish without this language."))
OUT_OF_DATE = Standing(
    _("Translation out of date"),
    _("Bring the original's changes to the translators, and have it finished."),
)
NO_RIGHT = Standing(_("You may not publish it"), _("Ask somebody who may publish it to publish the bundle."))
LOCKED = Standing(_("Locked"), _("Have it unlocked by the person who locked it."))
IN_REVIEW = Standing(_("In review"), _("Have it approved first."))
EXPIRED = Standing(_("Expiry date has passed"), _("Take its expiry date away, or choose a later one."))


@dataclass(frozen=True)
class Part:
    """A page of a bundle in one language; `page` is Wagtail's page, None where there is none."""

    title: str
    language: str
    page: Any
    standing: Standing
    progress: Progress | None
    locale: Locale
    is_original: bool

    @property
    def sentence(self) -> str:
        """What is in the way and what to do, with the page's name."""
        return gettext("“{title}” ({language}): {label}. {remedy}").format(
            title=self.title, language=self.language, label=self.standing.label, remedy=self.standing.remedy
        )


def parts(bundle: Bundle, user: Any, at: datetime.datetime | None = None) -> list[Part]:
    """Return the parts of a bundle, for a user who publishes at a moment, which is now unless given."""
    chosen = [link.page for link in bundle.bundle_pages.select_related("page__locale")]
    left_out = set(bundle.left_out.values_list("pk", flat=True))
    return Survey(chosen, user, at or timezone.now(), bundle.include_translations, left_out).parts()


class Survey:
    """Looks at all pages of a bundle at once."""

    def __init__(
        self,
        chosen: list[Page],
        user: Any,
        at: datetime.datetime,
        with_translations: bool,
        left_out: Collection[int] = (),
    ) -> None:
        self.chosen, self.user, self.at = _each_once(chosen, with_translations), user, at
        self.with_translations, self.left_out = with_translations, left_out
        self.locales = {locale.pk: locale for locale in Locale.objects.all()}
        self.versions = self._versions()
        self.embargoes = _embargoes(self.versions.values())
        self.progress = progress_of({page.translation_key for page in chosen}) if with_translations else {}
        self.tasks: dict[int, Task] = {}

    def parts(self) -> list[Part]:
        """Return every page in every language that readers have, first in the one in which it was written."""
        return [
            self._part(page, locale, is_original=place == 0)
            for page in self.chosen
            for place, locale in enumerate(self._languages(page))
        ]

    def _versions(self) -> dict[tuple[Any, int], Page]:
        found = Page.objects.filter(translation_key__in=[page.translation_key for page in self.chosen])
        found = (
            found.select_related("latest_revision")
            .prefetch_workflow_states()
            .annotate(
                draft_goes_live_at=KeyTextTransform("go_live_at", "latest_revision__content"),
                draft_expires_at=KeyTextTransform("expire_at", "latest_revision__content"),
            )
        )
        return {(page.translation_key, page.locale_id): page for page in found}

    def _languages(self, page: Page) -> list[Locale]:
        if not self.with_translations:
            return [self.locales[page.locale_id]]
        own = self.locales[self._written_in(page)]
        others = (locale for pk, locale in sorted(self.locales.items()) if pk not in {own.pk, *self.left_out})
        wanted = (one for one in others if one.pk in self._languages_of_readers or self._is_begun(page, one))
        return [own, *wanted]

    def _written_in(self, page: Page) -> int:
        """Return the locale of the original of what was chosen, which may be a translation or a placeholder."""
        versions = [one for (key, _locale), one in self.versions.items() if key == page.translation_key]
        originals = {one.locale_id for one in versions if not one.alias_of_id} - {
            locale_id for key, locale_id in self.progress if key == page.translation_key
        }
        return page.locale_id if page.locale_id in originals else min(originals, default=page.locale_id)

    @cached_property
    def _languages_of_readers(self) -> set[int]:
        """The languages in which there is a published home page; one that only just came has a placeholder."""
        homes = Page.objects.filter(depth=2, live=True, alias_of=None)
        return set(homes.values_list("locale_id", flat=True))

    def _is_begun(self, page: Page, locale: Locale) -> bool:
        """Whether somebody has begun a page in a language."""
        place = page.translation_key, locale.pk
        version = self.versions.get(place)
        return place in self.progress or (version is not None and version.alias_of_id is None)

    def _part(self, chosen: Page, locale: Locale, is_original: bool) -> Part:
        page = self.versions.get((chosen.translation_key, locale.pk))
        progress = self.progress.get((chosen.translation_key, locale.pk))
        title = (page or chosen).draft_title
        language, standing = str(language_name(locale.language_code)), self._standing(page, progress)
        return Part(title, language, page, standing, progress, locale, is_original)

    def _standing(self, page: Page | None, progress: Progress | None) -> Standing:
        if page is None or (page.alias_of_id and progress is None):
            return MISSING
        if progress is not None and self._is_out_of_date(progress):
            return OUT_OF_DATE
        if progress is not None and not progress.is_complete:
            return UNFINISHED
        content = self._content(page, progress)
        return self._obstacle(page, progress) or content if content.is_published else content

    def _is_out_of_date(self, progress: Progress) -> bool:
        """Whether the latest version of the original has words that no translator has got."""
        source = progress.translation.source
        original = self.versions.get((source.object_id, source.locale_id))
        if original is None or original.latest_revision is None:
            return False
        is_newer = original.latest_revision.created_at > source.last_updated_at
        return is_newer and lacks_words(progress.translation, original.get_latest_revision_as_object())

    def _content(self, page: Page, progress: Progress | None) -> Standing:
        if not page.live:
            return NEW
        has_new_words = progress is not None and progress.is_newer_than(page.last_published_at)
        return CHANGED if page.has_unpublished_changes or has_new_words or page.alias_of_id else UNCHANGED

    def _obstacle(self, page: Page, progress: Progress | None) -> Standing | None:
        if not page.permissions_for_user(self.user).can_publish():
            return NO_RIGHT
        if page.locked and page.locked_by_id != self.user.pk:
            return LOCKED
        return self._review(page) or self._date(page) or _mistake(page, progress)

    def _review(self, page: Page) -> Standing | None:
        """Return that a page is in review, where it waits for somebody else."""
        if not page.workflow_in_progress:
            return None
        task_id = page.current_workflow_state.current_task_state.task_id
        if task_id not in self.tasks:
            self.tasks[task_id] = Task.objects.get(pk=task_id).specific
        return IN_REVIEW if self.tasks[task_id].locked_for_user(page, self.user) else None

    def _date(self, page: Page) -> Standing | None:
        embargo = self.embargoes.get(page.pk)
        if embargo is not None and embargo > self.at:
            return _waits(_("Under embargo until {moment}"), embargo)
        goes_live_at = parse_datetime(page.draft_goes_live_at or "")
        if goes_live_at is not None and goes_live_at > self.at:
            return _waits(_("Has its own date: {moment}"), goes_live_at)
        expires_at = parse_datetime(page.draft_expires_at or "")
        return EXPIRED if expires_at is not None and expires_at <= self.at else None


def _mistake(page: Page, progress: Progress | None) -> Standing | None:
    """Return the first of what must be mended in the draft, with the way to its field."""
    findings = must_be_mended(_draft(page, progress))
    if not findings:
        return None
    address = address_of(findings[0], form_of(page.pk))
    return Standing(Severity.MUST.label, findings[0].sentence, address=address)


def _draft(page: Page, progress: Progress | None) -> Page:
    """Return the page as it would be published: a translation is composed from its latest words."""
    if progress is None:
        return page.get_latest_revision_as_object()
    translation = progress.translation
    draft: Page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    return draft


def _waits(label: Any, moment: datetime.datetime) -> Standing:
    words = str(label).format(moment=date_format(localtime(moment), "SHORT_DATETIME_FORMAT"))
    return Standing(words, _("Schedule the bundle for then or later, or change this date."))


def _each_once(pages: list[Page], with_translations: bool) -> list[Page]:
    """Leave out what is named twice: with translations, also another language's version."""
    seen = {page.translation_key if with_translations else page.pk: page for page in reversed(pages)}
    return list(reversed(seen.values()))


def _embargoes(pages: Iterable[Page]) -> dict[int, datetime.datetime | None]:
    """Return the embargoes of pages by their keys; one query for each type."""
    embargoes: dict[int, datetime.datetime | None] = {}
    models = {page.specific_class for page in pages}
    keys = [page.pk for page in pages]
    for model in models:
        if issubclass(model, Embargo):
            embargoes |= dict(model._base_manager.filter(pk__in=keys).values_list("pk", "embargo_until"))
    return embargoes
