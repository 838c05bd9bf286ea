"""From the values of a row to the fields of an object."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from taggit.managers import TaggableManager

from exchange.refusals import Refused
from exchange.sites.form import Row
from exchange.sites.form.carried import children_of, fields_of
from exchange.sites.form.keys import parted
from exchange.sites.form.values import read
from exchange.sites.taking.inward import Inward


def fill(instance: Any, values: Any, inward: Inward, beside: frozenset[str] = frozenset()) -> None:
    """Set the fields that a row names; raises `Refused` for a field that there is not."""
    if not isinstance(values, dict):
        raise Refused(_("Its fields have another form than “name: value”."))
    known = {field.name: field for field in fields_of(type(instance))}
    for name, raw in values.items():
        if name in known:
            _set(instance, known[name], raw, inward)
        elif name not in beside:
            raise Refused(_("There is no field “%(field)s”.") % {"field": name})


def give_children(page: Any, given: Any, inward: Inward) -> None:
    """Give a page its child records; one that names something missing which it needs is left out."""
    relations = {one.get_accessor_name(): one for one in children_of(type(page))}
    for name, rows in (given or {}).items():
        if name not in relations:
            raise Refused(_("There is no field “%(field)s”.") % {"field": name})
        made = [_child(relations[name].related_model, row, page, inward) for row in rows]
        setattr(page, name, [child for child in made if child is not None])


def _child(model: type[models.Model], row: Row, page: Any, inward: Inward) -> Any:
    child: Any = model()
    fill(child, row, inward, frozenset({"key"}))
    if any(field.name == "locale" for field in model._meta.concrete_fields):
        child.locale = page.locale
        parts = parted(row.get("key", ""))
        if parts:
            child.translation_key = parts[0]
    needed = [field for field in fields_of(model) if isinstance(field, models.ForeignKey) and not field.null]
    return child if all(getattr(child, field.attname) is not None for field in needed) else None


def _set(instance: Any, field: Any, raw: Any, inward: Inward) -> None:
    value = read(field, raw, inward)
    if isinstance(field, TaggableManager):
        return
    if value is None and not field.null:
        value = field.get_default() if not isinstance(field, models.ForeignKey) else None
    setattr(instance, field.attname, value)


def tags_of(values: Row) -> list[str]:
    """Return the tags of a picture or a file."""
    tags = values.get("tags") or []
    return [str(tag)[:100] for tag in tags if tag]
