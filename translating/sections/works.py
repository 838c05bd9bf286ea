"""What is done to each page of a section, by the kind of the job: one entry more makes a new kind of work."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from newsroom.publishing.versions import publish_version
from translating.sections.models import Kind, SectionJob


class CannotBeDone(Exception):
    """A page cannot be worked on; the message says why and what to do."""


def submit(job: SectionJob, page: Page) -> None:
    """Submit a page for translation into the languages of the job; what is submitted already stays."""
    translate_object(page, list(job.locales.all()), user=job.by)


def sync(job: SectionJob, page: Page) -> None:
    """Bring what changed in an original to its translators; what is translated in full may go live at once."""
    source, is_new = TranslationSource.get_or_create_from_instance(page)
    if not is_new:
        source.update_from_db()
    for translation in _translations(source, job.locales.all()):
        source.update_target_view_restrictions(translation.target_locale)
        if job.publishes:
            _publish(translation, job.by)


def place(job: SectionJob, page: Page) -> None:
    """Let a placeholder of a page stand in each language of the job in which there is nothing yet."""
    for locale in job.locales.all():
        if not page.has_translation(locale):
            page.copy_for_translation(locale, copy_parents=True, alias=True)


WORKS: dict[str, Callable[[SectionJob, Page], None]] = {
    Kind.SUBMIT: submit,
    Kind.SYNC: sync,
    Kind.PLACE: place,
}


def _translations(source: TranslationSource, locales: Iterable[Locale]) -> Any:
    return source.translations.filter(enabled=True, target_locale__in=locales).select_related(
        "source", "target_locale"
    )


def _publish(translation: Translation, user: Any) -> None:
    """Publish a translation that readers have already, once it is finished again."""
    page = translation.get_target_instance()
    wanted, done = translation.get_progress()
    if page.live and not page.alias_of_id and wanted == done:
        if user is None or not page.permissions_for_user(user).can_publish():
            raise CannotBeDone(_("You may not publish it. Ask somebody who may."))
        publish_version(page, translation, user)
