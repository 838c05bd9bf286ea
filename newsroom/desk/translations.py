"""Which translations are missing, or older than what they translate."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from designcity.languages import language_name
from newsroom.desk.rows import Row
from newsroom.desk.seen import pages_edited_by, pages_seen_by
from newsroom.roles.languages import TRANSLATE, has_in


def translates(user: Any) -> bool:
    """Whether the user may work on pages in another language than the source's."""
    others = Locale.objects.exclude(pk=Locale.get_default().pk)
    return user.has_perm(TRANSLATE) or pages_edited_by(user).filter(locale__in=others).exists()


def behind(user: Any, most: int) -> list[Row]:
    """Return what is to be translated, what was published last first; a query for each language."""
    source = Locale.get_default()
    found = [
        (page.last_published_at, page.pk, _row(page, target))
        for target in Locale.objects.exclude(pk=source.pk)
        for page in _behind_in(source, target, user)[:most]
    ]
    found.sort(key=lambda one: one[:2], reverse=True)
    return [row for _at, _pk, row in found[:most]]


def _behind_in(source: Locale, target: Locale, user: Any) -> Any:
    """Return the source pages whose translation into a language is behind, each with what is known of it."""
    version = Page.objects.filter(locale=target, translation_key=OuterRef("translation_key"))
    mine = pages_edited_by(user).filter(locale=target, translation_key=OuterRef("translation_key"))
    pages = Page.objects.filter(locale=source, live=True, alias_of__isnull=True)
    pages = pages.filter(last_published_at__isnull=False).annotate(
        version=Subquery(version.values("pk")[:1]),
        placeholder_of=Subquery(version.values("alias_of")[:1]),
        version_edited_at=Subquery(version.values("latest_revision_created_at")[:1]),
        lacks_words=Exists(_lacking_words(source, target)),
    )
    pages = pages.filter(
        Q(version__isnull=True)
        | Q(placeholder_of__isnull=False)
        | Q(last_published_at__gt=F("version_edited_at"))
        | Q(lacks_words=True)
    )
    allowed = Q(Exists(mine))
    if has_in(user, target.language_code, TRANSLATE):
        allowed |= Q(version__isnull=True, pk__in=pages_seen_by(user).values("pk"))
    return pages.filter(allowed).order_by("-last_published_at", "-pk")


def _lacking_words(source: Locale, target: Locale) -> Any:
    """Return the translations that got a newer text of which some words were not translated yet."""
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=target,
        has_error=False,
    )
    lacking = StringSegment.objects.filter(~Exists(translated), source_id=OuterRef("source_id"))
    # The times are compared first: they spare most pages the look at every one of their words.
    is_newer = Q(translations_last_updated_at__isnull=True) | Q(
        source__last_updated_at__gt=F("translations_last_updated_at")
    )
    return Translation.objects.filter(
        is_newer,
        Exists(lacking),
        source__object_id=OuterRef("translation_key"),
        source__locale=source,
        target_locale=target,
        enabled=True,
    )


def _row(page: Any, target: Locale) -> Row:
    if page.version is None:
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    else:
        url = reverse("wagtailadmin_pages:edit", args=[page.version])
    title = str(page.get_admin_display_title())
    return Row(title, url, language_name(target.language_code), *_state(page), page.last_published_at)


def _state(page: Any) -> tuple[str, str]:
    if page.version is None or page.placeholder_of is not None:
        return _("Not translated yet"), "plus"
    if page.lacks_words:
        return _("Words without a translation"), "edit"
    return _("The original has changed since"), "resubmit"
