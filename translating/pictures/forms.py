"""The words of one picture in one language, and those of all pictures of a page."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from wagtail.models import Locale

from designcity.images import DesignImage
from designcity.pictures.words import PictureWords, write


class WordsForm(forms.Form):
    """Credit and description of a picture; only what the picture says in its own language is asked for."""

    def __init__(self, *args: Any, image: DesignImage, locale: Locale, **kwargs: Any) -> None:
        words = next((one for one in image.words.all() if one.locale_id == locale.pk), None)
        initial = {name: getattr(words, name, "") for name in PictureWords.FIELDS}
        super().__init__(*args, prefix=f"image-{image.pk}", initial=initial, **kwargs)
        self.image, self.locale = image, locale
        for name in PictureWords.FIELDS:
            own = PictureWords._meta.get_field(name)
            if getattr(image, name) or initial[name]:
                self.fields[name] = forms.CharField(
                    label=capfirst(str(own.verbose_name)),
                    max_length=own.max_length,
                    required=False,
                    help_text=getattr(image, name),
                )

    def save(self) -> None:
        """Keep what was typed."""
        if self.has_changed():
            write(
                self.image,
                self.locale,
                **{name: self.cleaned_data.get(name, "") for name in PictureWords.FIELDS},
            )


def forms_of(images: Iterable[DesignImage], locale: Locale, data: Any = None) -> list[WordsForm]:
    """Return the form of each picture; of those that were sent, when some were."""
    if data is None:
        return [WordsForm(image=image, locale=locale) for image in images]
    return [WordsForm(data, image=image, locale=locale) for image in images]
