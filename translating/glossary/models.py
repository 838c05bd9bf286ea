"""GlossaryTerm: a word of the source language with its approved and its forbidden translations."""

from typing import ClassVar

from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.models import Locale, Orderable
from wagtail.search import index

from translating.glossary.form import GlossaryForm
from translating.plain import folded


class GlossaryTerm(index.Indexed, ClusterableModel):
    """A term as it stands in originals, whatever the number of languages it is translated into."""

    term = models.CharField(
        _("term"), max_length=160, unique=True, help_text=_("As it stands in the texts of the source language.")
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("What translators must know of it, such as where it does not apply.")
    )

    base_form_class = GlossaryForm
    panels: ClassVar[list[Panel]] = [
        FieldPanel("term"),
        InlinePanel("translations", label=pgettext_lazy("of a term", "Translations"), min_num=1),
        FieldPanel("note"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.SearchField("note"),
    ]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering: ClassVar[list[str]] = ["term"]

    def __str__(self) -> str:
        return self.term

    @display(description=_("approved translation"))
    def approved_forms(self) -> str:
        """Return the approved translations into all languages, for lists."""
        return " · ".join(one.approved for one in self.translations.all())


class GlossaryTranslation(Orderable):
    """How a term is translated into one language, and how not."""

    term = ParentalKey(GlossaryTerm, on_delete=models.CASCADE, related_name="translations")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    approved = models.CharField(
        _("approved translation"),
        max_length=255,
        help_text=_("How it is always translated; further forms, such as the plural, after a semicolon."),
    )
    forbidden = models.CharField(
        _("forbidden translations"),
        max_length=255,
        blank=True,
        help_text=_("What it must not be called, with semicolons between."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("translation of a term")
        verbose_name_plural = _("translations of a term")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["term", "locale"], name="translating_term_once_in_each_language")
        ]

    def __str__(self) -> str:
        return self.approved

    @property
    def forms(self) -> list[str]:
        """The approved forms, the first of which is offered."""
        return split(self.approved)

    @property
    def forbidden_forms(self) -> list[str]:
        """What it must not be called."""
        return split(self.forbidden)


def split(forms: str) -> list[str]:
    """Return the forms that stand in one field."""
    return [one.strip() for one in forms.replace("；", ";").split(";") if folded(one)]
