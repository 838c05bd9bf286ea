"""Choosing what goes into a file: one page, a section, or all that is not finished."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from newsroom.roles.languages import TRANSLATE, has_in
from translating.files.permissions import targets
from translating.placing import NO_WORDS


class Scope(TextChoices):
    """How much goes into a file."""

    ALL = "all", _("All that is unfinished or out of date")
    SECTION = "section", _("A page and all below it")
    PAGE = "page", _("One page")


MOST_PAGES = 500


class TooMuch(ValueError):
    """More pages than one file holds."""


def pairs() -> list[tuple[Locale, Locale]]:
    """Return from which language into which something is translated here; the site's own first."""
    locales = {locale.pk: locale for locale in Locale.objects.all()}
    own = Locale.get_default().pk
    used = Translation.objects.values_list("source__locale", "target_locale").distinct()
    found = {*used, *((own, pk) for pk in locales if pk != own)}
    return [
        (locales[one], locales[other]) for one, other in sorted(found, key=lambda pair: (pair[0] != own, pair))
    ]


@transaction.atomic
def chosen(
    user: Any, source: Locale, target: Locale, scope: str, page: Page | None = None
) -> list[Translation]:
    """Return the translations that are meant and that the user may edit, each up to date with its original.

    Who may submit pages for translation begins those that nobody has begun; readers see no difference.
    Raises TooMuch.
    """
    may_begin = has_in(user, target.language_code, TRANSLATE)
    pages = _pages(source, scope, page)
    if may_begin:
        _begin(pages, source, target)
    found = Translation.objects.filter(enabled=True, source__locale=source, target_locale=target)
    if scope == Scope.ALL:
        found = found.filter(Q(_lacking(target)) | Q(_older_than_its_page()))
    else:
        found = found.filter(source__object_id__in=pages.values("translation_key"))
    wanted = list(
        found.select_related("source__locale", "source__specific_content_type", "target_locale").order_by("pk")
    )
    editable = targets(user, wanted)
    wanted = [one for one in wanted if one.pk in editable]
    if len(wanted) > MOST_PAGES:
        raise TooMuch
    if may_begin:
        _bring_up_to_date(wanted)
    return wanted


def _pages(source: Locale, scope: str, page: Page | None) -> QuerySet:
    pages = Page.objects.filter(locale=source, live=True, alias_of__isnull=True, depth__gt=1)
    if scope == Scope.ALL or page is None:
        return pages
    original = page if page.locale_id == source.pk else page.get_translation_or_none(source)
    if original is None:
        return pages.none()
    return (
        pages.descendant_of(original, inclusive=True)
        if scope == Scope.SECTION
        else pages.filter(pk=original.pk)
    )


def _begin(pages: Any, source: Locale, target: Locale) -> None:
    """Prepare the segments of pages that stand in the other language as placeholders only."""
    begun = Translation.objects.filter(source__locale=source, target_locale=target)
    placeholder = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale=target, alias_of__isnull=False
    )
    waiting = pages.filter(Exists(placeholder)).exclude(translation_key__in=begun.values("source__object_id"))
    for number, page in enumerate(waiting.specific().iterator(chunk_size=100)):
        if number > MOST_PAGES:
            raise TooMuch
        origin, _created = TranslationSource.get_or_create_from_instance(page)
        Translation.objects.get_or_create(source=origin, target_locale=target)


def _bring_up_to_date(translations: Iterable[Translation]) -> None:
    """Take the originals as they are published now, as “Sync translated pages” does."""
    keys = {one.source.object_id: one.source for one in translations}
    for page in Page.objects.filter(translation_key__in=keys, last_published_at__isnull=False):
        source = keys[page.translation_key]
        if page.locale_id == source.locale_id and page.last_published_at > source.last_updated_at:
            source.update_from_db()


def _lacking(target: Locale) -> Exists:
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=target,
        has_error=False,
    )
    segments = StringSegment.objects.filter(source_id=OuterRef("source_id"))
    return Exists(segments.filter(~Exists(translated)).exclude(context__path__in=NO_WORDS))


def _older_than_its_page() -> Exists:
    return Exists(
        Page.objects.filter(
            translation_key=OuterRef("source__object_id"),
            locale_id=OuterRef("source__locale_id"),
            last_published_at__gt=OuterRef("source__last_updated_at"),
        )
    )
