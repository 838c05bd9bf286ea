"""Editable, ordered, translatable records by which pages are described and filtered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Locale, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from designcity import pinyin
from designcity.addresses import readable_slug


class TermQuerySet(models.QuerySet):
    """The vocabulary of terms."""

    def in_locale(self, locale: Locale) -> Self:
        """Keep the terms of one language."""
        return self.filter(locale=locale)


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A name with a place in an order and a readable address that all its translations share."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("address"),
        max_length=120,
        blank=True,
        help_text=_("Part of web addresses; left empty, it is made from the name."),
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0, help_text=_("Smaller numbers come first."))

    objects = TermQuerySet.as_manager()

    panels: ClassVar[list[Panel]] = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        SynchronizedField("slug", overridable=False)
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering: ClassVar[list[str]] = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or self._readable_slug()
        super().save(*args, **kwargs)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Fill an empty address from the name before the fields are checked."""
        self.slug = self.slug or self._readable_slug()
        super().full_clean(*args, **kwargs)

    def _readable_slug(self) -> str:
        return readable_slug(self.name, fallback="term", phrases=pinyin.phrases())


def linked_keys(links: models.QuerySet, pages: Iterable[models.Model], key: str) -> dict[Any, list[Any]]:
    """Return the translation keys of what pages are linked with, by page id, in their order; one query."""
    found: dict[Any, list[Any]] = defaultdict(list)
    of_pages = links.filter(page__in=[page.pk for page in pages]).order_by("page_id", "sort_order")
    for page_id, translation_key in of_pages.values_list("page_id", key):
        found[page_id].append(translation_key)
    return found


def in_each_language(terms: models.QuerySet, keys: Mapping[Any, list[Any]]) -> dict[tuple[Any, int], Any]:
    """Return the terms with some of `keys`, in every language, by translation key and locale id; one query."""
    wanted = {key for of_page in keys.values() for key in of_page}
    if not wanted:
        return {}
    return {(term.translation_key, term.locale_id): term for term in terms.filter(translation_key__in=wanted)}
