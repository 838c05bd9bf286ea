"""The form of a picture."""

from typing import Any

from wagtail.images.forms import BaseImageForm

from designcity.languages import language_name
from designcity.pictures.words import PictureWords, form_field, other_locales, write


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
                said = getattr(known.get(locale.pk), name, "")
                field = form_field(name, language_name(locale.language_code), initial=said)
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


def _named(name: str, language_code: str) -> str:
    return f"{name}_{language_code}"
