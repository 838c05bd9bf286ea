"""What translators and editors do with a page, through the views of Wagtail and wagtail-localize."""

from typing import Any

from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from tests.factories import administrator
from tests.translating import in_english
from translating.board.models import TranslationStatus
from translating.board.settling import settle


class Steps:
    """The steps of a translation into one language, done by an administrator."""

    def __init__(self, client: Client, locale: Locale) -> None:
        client.force_login(administrator())
        self._client, self._locale = client, locale

    def submit(self, page: Page) -> None:
        """Have a page translated."""
        self._post(
            reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [self._locale.pk]}
        )

    def translate(self, page: Page, path: str, words: str) -> None:
        """Translate the passage of a field."""
        for segment in self._segments(page).filter(context__path=path):
            self._translate(page, segment, words)

    def translate_all(self, page: Page) -> None:
        """Translate every passage."""
        for segment in self._segments(page):
            self._translate(page, segment, in_english(segment.string.data))

    def publish(self, page: Page) -> None:
        """Publish the translation."""
        version = Page.objects.get(translation_key=page.translation_key, locale=self._locale)
        self._post(reverse("wagtailadmin_pages:edit", args=[version.pk]), {"action": "publish"})

    def synchronize(self, page: Page) -> None:
        """Bring the changes of the original over."""
        source = TranslationSource.objects.get_for_instance(page)
        self._post(reverse("wagtail_localize:update_translations", args=[source.pk]), {})

    def _segments(self, page: Page) -> Any:
        source = TranslationSource.objects.get_for_instance(page)
        return StringSegment.objects.filter(source=source).select_related("string", "context")

    def _translate(self, page: Page, segment: StringSegment, words: str) -> None:
        translation = Translation.objects.get(source=segment.source_id, target_locale=self._locale)
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        words = "a-show" if segment.context.path == "slug" else words
        response = self._client.put(address, f"value={words}", content_type="application/x-www-form-urlencoded")
        assert response.status_code in (200, 201), response.content

    def _post(self, address: str, data: dict[str, Any]) -> None:
        with TestCase.captureOnCommitCallbacks(execute=True):
            response = self._client.post(address, data)
        assert response.status_code == 302, response.content


def status(original: Any) -> TranslationStatus:
    """Return the line of an original on the board, in its one other language."""
    while settle():
        pass
    return TranslationStatus.objects.get(translation_key=original.translation_key)
