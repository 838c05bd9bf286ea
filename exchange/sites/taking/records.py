"""Writing records that are no pages: terms, sources, texts of the site, what the search was taught."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import TranslatableMixin

from designcity.terms import Term
from exchange.refusals import Refused
from exchange.sites.form import Row, keys
from exchange.sites.form.errors import in_one_sentence
from exchange.sites.taking.filling import fill
from exchange.sites.taking.inward import Inward
from exchange.sites.taking.taken import Taken


class Records:
    """Writes the rows of records."""

    def __init__(self, inward: Inward) -> None:
        self.inward = inward
        self.types = keys.record_types()

    def take(self, row: Row, last: bool) -> Taken:
        """Write a record; a term whose address is taken in its language is the one that is there."""
        model: Any = self.types.get(str(row.get("model")))
        if model is None:
            raise Refused(_("There is no kind of record “%s”.") % str(row.get("model"))[:80])
        self.inward.missing = []
        record = self._there(model, row) or self._blank(model, row)
        new = record.pk is None
        fill(record, row.get("fields"), self.inward)
        if new and isinstance(record, Term) and (same := _same_address(record)):
            return Taken(same.pk, new=False)
        if self.inward.missing and not last:
            return Taken(0, new=False, waits=True)
        if new and not isinstance(record, TranslatableMixin) and (same := _same_words(record)):
            return Taken(same.pk, new=False)
        try:
            record.full_clean()
        except ValidationError as error:
            raise Refused(in_one_sentence(error)) from error
        record.save()
        return Taken(record.pk, new)

    def _there(self, model: type[models.Model], row: Row) -> Any:
        number = self.inward.number(model, row.get("key"))
        return None if number is None else model._default_manager.get(pk=number)

    def _blank(self, model: Any, row: Row) -> Any:
        if not issubclass(model, TranslatableMixin):
            return model()
        parts = keys.parted(row.get("key"))
        locale = self.inward.locale(parts[1]) if parts else None
        if parts is None or locale is None:
            raise Refused(_("Its key names no language of this site: “%s”.") % str(row.get("key"))[:80])
        return model(translation_key=parts[0], locale=locale)


def _same_address(term: Any) -> Any:
    slug = term.slug or term._readable_slug()
    return type(term).objects.filter(locale=term.locale, slug=slug).first()


def _same_words(record: models.Model) -> Any:
    fields = [field for field in record._meta.concrete_fields if not field.primary_key]
    return (
        type(record)
        ._default_manager.filter(**{one.attname: getattr(record, one.attname) for one in fields})
        .first()
    )
