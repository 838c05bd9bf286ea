"""A page's entry: its document as the index should hold it, and the terms by which the database finds it."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.lookups import PostgresOperatorLookup
from django.utils.translation import gettext_lazy as _


@SearchVectorField.register_lookup
class Holds(PostgresOperatorLookup):
    """`terms__holds=…`: whether the terms fulfil a `tsquery`; Django's own look-up would parse it as text."""

    lookup_name = "holds"
    postgres_operator = "@@"
    prepare_rhs = False


class EntryQuerySet(models.QuerySet):
    """The vocabulary of entries."""

    def waiting(self) -> Self:
        """Keep what the index does not hold as it is here."""
        return self.filter(is_waiting=True)

    def without_terms(self) -> Self:
        """Keep what the database does not find as it is: a rebuild leaves the words to the worker."""
        return self.standing().filter(has_terms=False)

    def standing(self) -> Self:
        """Keep what readers may find; an entry without a document only waits to be taken from the index."""
        return self.exclude(source="")


class Entry(models.Model):
    """One page as the search knows it; derived from the page, and made anew at any time."""

    page_id = models.BigIntegerField(_("page"), unique=True)
    language_code = models.CharField(_("language"), max_length=20)
    source = models.TextField(_("document"), blank=True, help_text=_("As the index takes it."))
    digest = models.CharField(_("digest"), max_length=40)
    kind = models.CharField(_("kind"), max_length=20)
    date = models.DateField(_("date"), null=True)
    title_terms = SearchVectorField(_("words of the title"), null=True)
    terms = SearchVectorField(_("words"), null=True)
    has_terms = models.BooleanField(
        _("with its words"), default=True, help_text=_("Whether the words are those of the document.")
    )
    is_waiting = models.BooleanField(_("waiting"), default=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = [
            GinIndex(fields=["title_terms"], name="search_entry_title_terms"),
            GinIndex(fields=["terms"], name="search_entry_terms"),
            models.Index(fields=["language_code", "id"], name="search_entry_language"),
            models.Index(fields=["id"], condition=models.Q(is_waiting=True), name="search_entry_waiting"),
            models.Index(fields=["id"], condition=models.Q(has_terms=False), name="search_entry_no_terms"),
        ]

    def __str__(self) -> str:
        return f"page {self.page_id}"
