"""The words of one picture in one language, and those of all pictures of a page."""

from collections.abc import Iterable
from typing import Any

from django import forms
from wagtail.models import Locale

from designcity.images import DesignImage
from designcity.pictures.words import PictureWords, form_field, write


class WordsForm(forms.Form):
    """Credit and description of a picture; only what the picture says in its own language is asked for."""

    def __init__(self, data: Any, image: DesignImage, locale: Locale) -> None:
        words = next((one for one in image.words.all() if one.locale_id == locale.pk), None)
        initial = {name: getattr(words, name, "") for name in PictureWords.FIELDS}
        super().__init__(data, prefix=f"image-{image.pk}", initial=initial)
        self.image, self.locale = image, locale
        for name in PictureWords.FIELDS:
            if getattr(image, name) or initial[name]:
                self.fields[name] = form_field(name, help_text=getattr(image, name))

    def save(self) -> None:
        """Keep what was typed."""
        if self.has_changed():
            write(
                self.image,
                self.locale,
                **{name: self.cleaned_data.get(name, "") for name in PictureWords.FIELDS},
            )


def forms_of(images: Iterable[DesignImage], locale: Locale, data: Any = None) -> list[WordsForm]:
    """Return the form of each picture, with what was sent where something was."""
    return [WordsForm(data, image, locale) for image in images]
