"""The form of a picture."""

from typing import Any

from wagtail.admin.forms.models import registry
from wagtail.images.forms import BaseImageForm

from designcity.languages import language_name
from designcity.pictures.words import PictureWords, form_field, other_locales, write

IN_A_CHOOSER = "image-chooser-upload"
"""What the form's fields begin with where a picture is uploaded while one is chosen."""


class PictureForm(BaseImageForm):
    """Asks for the source by a chooser in which one can be made, as forms of pages do, and for all words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "source" in self.fields:
            self._offer_sources()
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

    def _offer_sources(self) -> None:
        field: Any = self.fields["source"]
        if self.prefix == IN_A_CHOOSER:
            # Opening a second chooser closes the first: there each source is offered once, in a list.
            field.queryset = field.queryset.model.objects.one_of_each(besides=self.instance.source_id)
            return
        chooser = registry.get(self._meta.model._meta.get_field("source"))["widget"]
        field.widget = chooser() if isinstance(chooser, type) else chooser
        field.widget.is_required = field.required


def _named(name: str, language_code: str) -> str:
    return f"{name}_{language_code}"
