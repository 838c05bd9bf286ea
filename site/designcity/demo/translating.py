"""The English of the demo, through wagtail-localize: translators go on from here in its own editor."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from designcity.demo.languages import Languages
from designcity.demo.pairs import Pairs


class Translator:
    """Translates pages and records from their pairs, in the name of the demo's translator."""

    def __init__(self, languages: Languages, user: AbstractBaseUser | None) -> None:
        self.languages = languages
        self.user = user

    def translate(self, instance: Model, pairs: Pairs) -> None:
        """Submit a Chinese page or record for translation, fill in its English strings and publish it."""
        source, _ = TranslationSource.update_or_create_from_instance(instance)
        translation, _ = Translation.objects.get_or_create(source=source, target_locale=self.languages.target)
        self._fill(translation, pairs)
        if isinstance(instance, Page):
            self._publish(translation)
        else:
            translation.save_target(user=self.user)

    def _fill(self, translation: Translation, pairs: Pairs) -> None:
        segments = StringSegment.objects.filter(source=translation.source)
        for segment in segments.select_related("string", "context").order_by("order"):
            english = pairs.translation_of(segment.string.data, segment.context.path)
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=self.languages.target,
                context=segment.context,
                defaults={
                    "data": english,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "tool_name": "",
                    "last_translated_by": self.user,
                },
            )

    def _publish(self, translation: Translation) -> None:
        """Publish within the transaction: wagtail-localize itself would wait for the commit."""
        translation.save_target(user=self.user, publish=False)
        page = translation.get_target_instance()
        page.get_latest_revision().publish(user=self.user, skip_permission_checks=True)
