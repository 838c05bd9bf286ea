"""The form of a picture."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from designcity.languages import language_name
from designcity.pictures.words import PictureWords, other_locales, write


class PictureForm(BaseImageForm):
    """Offers each source once, whatever the number of languages; and asks for words in every language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "source" in self.fields:
            sources = self.fields["source"].queryset.model.objects
            self.fields["source"].queryset = sources.one_of_each(besides=self.instance.source_id)
        self.locales = other_locales() if "credit" in self.fields else []
        known = {one.locale_id: one for one in self.instance.words.all()} if self.instance.pk else {}
        for locale in self.locales:
            for name in PictureWords.FIELDS:
                field = self._field(name, locale.language_code)
                field.initial = getattr(known.get(locale.pk), name, "")
                self.fields[_named(name, locale.language_code)] = field

    def save(self, commit: bool = True) -> Any:
        """Keep the words with the picture."""
        image = super().save(commit=commit)
        if commit:
            for locale in self.locales:
                words = {
                    name: self.cleaned_data[_named(name, locale.language_code)] for name in PictureWords.FIELDS
                }
                write(image, locale, **words)
        return image

    @staticmethod
    def _field(name: str, language_code: str) -> forms.CharField:
        own = PictureWords._meta.get_field(name)
        named = {"label": capfirst(str(own.verbose_name)), "language": language_name(language_code)}
        return forms.CharField(
            label=_("%(label)s (%(language)s)") % named, max_length=own.max_length, required=False
        )


def _named(name: str, language_code: str) -> str:
    return f"{name}_{language_code}"
