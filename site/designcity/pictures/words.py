"""What is said of a picture in another language than the site's own: who made it, and what it shows."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from designcity.images import DesignImage


class PictureWords(models.Model):
    """One record for each picture and language; what is empty is said in the site's own language."""

    FIELDS = ("credit", "description")

    image = models.ForeignKey(
        DesignImage, on_delete=models.CASCADE, related_name="words", verbose_name=_("image")
    )
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    credit = models.CharField(_("credit"), max_length=255, blank=True)
    description = models.CharField(_("description"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("words of a picture")
        verbose_name_plural = _("words of pictures")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["image", "locale"], name="picture_words_once_in_each_language")
        ]

    def __str__(self) -> str:
        return self.description or self.credit


def other_locales() -> list[Locale]:
    """Return the languages in which pictures have words besides their own."""
    return list(Locale.objects.exclude(language_code=settings.LANGUAGE_CODE))


def write(image: DesignImage, locale: Locale, credit: str, description: str) -> None:
    """Keep what is said of a picture in a language; nothing at all leaves no record."""
    said = {"credit": credit.strip(), "description": description.strip()}
    if any(said.values()):
        PictureWords.objects.update_or_create(image=image, locale=locale, defaults=said)
    else:
        PictureWords.objects.filter(image=image, locale=locale).delete()


def form_field(name: str, language: Any = "", **facts: Any) -> forms.CharField:
    """Return the form's field for `credit` or `description`, named with its language where one is given."""
    own: Any = PictureWords._meta.get_field(name)
    label = capfirst(str(own.verbose_name))
    if language:
        label = gettext("%(label)s (%(language)s)") % {"label": label, "language": language}
    return forms.CharField(label=label, max_length=own.max_length, required=False, **facts)
