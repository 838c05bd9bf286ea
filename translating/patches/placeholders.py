"""A page that is submitted stays a placeholder until its translation is published (wagtail-localize #463).

Upstream turns it into a page of its own at once, live and in the source's words: listed, found, and without
the line that it is not translated. Versions that somebody wrote by hand would be covered by the source's text.
"""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail.models import Locale, Page
from wagtail_localize import operations
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views import edit_translation

from newsroom.checks.translations import translation_of

as_translated = TranslationSource.get_ephemeral_translated_instance


class Placeholders(operations.TranslationCreator):
    """Submits pages and records, each once; of a page only what is to be translated is noted."""

    def create_translations(self, instance: Model, include_related_objects: bool = True) -> None:
        """Submit a page or record, and what it refers to; what stands in a language stays as it is there."""
        if isinstance(instance, Page):
            self._submit(instance.specific, include_related_objects)
        elif include_related_objects or self._is_missing(instance):
            super().create_translations(instance, include_related_objects)

    def _submit(self, page: Page, include_related_objects: bool) -> None:
        if page.translation_key in self.seen_objects:
            return
        self.seen_objects.add(page.translation_key)
        source, _ = TranslationSource.get_or_create_from_instance(page)
        if include_related_objects:
            for segment in source.relatedobjectsegment_set.select_related("object"):
                self.create_translations(segment.object.get_instance(page.locale), False)
        for locale in self.target_locales:
            if locale != page.locale and _may_be_translated(page, locale):
                translation, _ = Translation.objects.update_or_create(
                    source=source, target_locale=locale, defaults={"enabled": True}
                )
                self.mappings[source].append(translation)

    def _is_missing(self, record: Any) -> bool:
        there = record.get_translations(inclusive=True).values_list("locale_id", flat=True)
        return bool({locale.pk for locale in self.target_locales} - set(there))


def _may_be_translated(page: Page, locale: Locale) -> bool:
    """Whether a placeholder stands for the page in a language, made now where nothing does."""
    version = page.get_translation_or_none(locale)
    if version is None:
        version = page.copy_for_translation(locale, copy_parents=True, alias=True)
    return version.alias_of_id is not None


def edit_placeholder(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Open the translation's editor for a placeholder that is being translated; upstream asks to submit it."""
    if not page.alias_of_id:
        return None
    translation = translation_of(page)
    if translation is None:
        return None
    # By the module's name: who may publish is asked before upstream's view.
    answer: HttpResponse = edit_translation.edit_translation(request, translation, page)
    return answer


def _draft_of_translation(source: TranslationSource, locale: Locale, fallback: bool = False) -> Any:
    """Return what would be published: it is no placeholder any more, wherever it is looked at or checked."""
    instance = as_translated(source, locale, fallback=fallback)
    if isinstance(instance, Page):
        instance.alias_of = None
    return instance


def apply() -> None:
    """Let every submission, and every look at a translation before it is published, go through here."""
    operations.TranslationCreator = Placeholders
    TranslationSource.get_ephemeral_translated_instance = _draft_of_translation
