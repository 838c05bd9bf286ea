"""From the tables of the data files to the Chinese fields and blocks; the English goes into the pairs."""

import json
import uuid
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page, TranslatableMixin

from designcity.demo.errors import DemoError
from designcity.demo.lookup import Lookup
from designcity.demo.pairs import Pairs, is_pair
from designcity.demo.prose import rich_text


class Filler:
    """Fills the fields of one page or record and collects its pairs."""

    def __init__(self, lookup: Lookup, pairs: Pairs) -> None:
        self.lookup = lookup
        self.pairs = pairs

    def fill(self, instance: models.Model, data: dict[str, Any]) -> None:
        """Set the fields that `data` names on `instance`."""
        for name, value in self._with_alternative_texts(type(instance), data).items():
            field = self._field(type(instance), name)
            if isinstance(field, models.ManyToOneRel):
                setattr(instance, name, self._children(instance, field, value))
            else:
                setattr(instance, name, self._value(field, value, name))

    def _with_alternative_texts(self, model: type[models.Model], data: dict[str, Any]) -> dict[str, Any]:
        """Add what each picture shows to a field such as `lead_image_alt`, unless the data say it."""
        names = {field.name for field in model._meta.get_fields()}
        pictures = {name: key for name, key in data.items() if f"{name}_alt" in names}
        return {f"{name}_alt": self.lookup.alts.get(key) for name, key in pictures.items()} | data

    def _field(self, model: type[models.Model], name: str) -> Any:
        try:
            return model._meta.get_field(name)
        except FieldDoesNotExist as error:
            raise DemoError(f"{self.pairs.where}: a {model.__name__} has no field “{name}”.") from error

    def _value(self, field: Any, value: Any, path: str) -> Any:
        if isinstance(field, StreamField):
            return self._stream(field, value, path)
        if isinstance(field, RichTextField):
            return self._rich(value, path)
        if isinstance(field, models.ForeignKey):
            return self.lookup.related(field.related_model, value)
        return self.pairs.plain(value, path) if is_pair(value) else value

    def _children(self, instance: Any, relation: models.ManyToOneRel, rows: list[Any]) -> list[models.Model]:
        model = relation.related_model
        children = []
        for number, row in enumerate(rows):
            child = model(sort_order=number)
            if isinstance(child, TranslatableMixin):
                child.locale = instance.locale
            self.fill(child, row if isinstance(row, dict) else {_reference(model): row})
            children.append(child)
        return children

    def _rich(self, value: Any, path: str) -> str:
        zh, en = self.pairs.both(value, path)
        return self.pairs.rich(self._html(zh), self._html(en), path)

    def _html(self, text: str) -> str:
        return rich_text(text, lambda key: self.lookup.page(key).pk)

    def _stream(self, field: StreamField, rows: list[dict[str, Any]], path: str) -> str:
        raw = []
        for number, row in enumerate(rows, 1):
            kind = row.get("type", "")
            here = f"{path} {number} ({kind})"
            block = field.stream_block.child_blocks.get(kind)
            if block is None:
                raise DemoError(f"{self.pairs.where}: {path} {number} has no known type: “{kind}”.")
            raw.append({"type": kind, "value": self._block(block, _without_type(row), here), "id": _new_id()})
        text = json.dumps(raw)
        self._check(field, text, path)
        return text

    def _check(self, field: StreamField, text: str, path: str) -> None:
        try:
            field.stream_block.clean(field.to_python(text))
        except ValidationError as error:
            raise DemoError(f"{self.pairs.where}: {path} is not valid: {_messages(error)}.") from error

    def _block(self, block: blocks.Block, value: Any, path: str) -> Any:
        if isinstance(block, blocks.RichTextBlock):
            return self._rich(value, path)
        if isinstance(block, blocks.ListBlock):
            return self._items(block, value, path)
        if isinstance(block, blocks.StructBlock):
            return self._struct(block, value, path)
        if isinstance(block, blocks.ChooserBlock):
            return self._chosen(block, value)
        if isinstance(block, blocks.DateBlock):
            return value.isoformat()
        return self.pairs.plain(value, path) if is_pair(value) else value

    def _items(self, block: blocks.ListBlock, rows: list[Any], path: str) -> list[dict[str, Any]]:
        return [
            {"type": "item", "value": self._block(block.child_block, row, f"{path} {number}"), "id": _new_id()}
            for number, row in enumerate(rows, 1)
        ]

    def _struct(self, block: blocks.StructBlock, values: dict[str, Any], path: str) -> dict[str, Any]:
        if "image" in values and not values.get("decorative"):
            values = {"alt_text": self.lookup.alts[values["image"]], **values}
        unknown = set(values) - set(block.child_blocks)
        if unknown:
            raise DemoError(f"{self.pairs.where}: {path} has no part “{unknown.pop()}”.")
        filled = {
            name: self._block(block.child_blocks[name], value, f"{path} {name}")
            for name, value in values.items()
        }
        return _left_empty(block) | filled

    def _chosen(self, block: blocks.ChooserBlock, key: str) -> int:
        if isinstance(block, ImageChooserBlock):
            return self.lookup.image(key).pk
        if isinstance(block, DocumentChooserBlock):
            return self.lookup.document(key).pk
        return self.lookup.page(key).pk


def waits_for_pages(instance: models.Model, name: str) -> bool:
    """Whether a field can name other pages, and so is filled only when all pages exist."""
    try:
        field = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    if isinstance(field, models.ForeignKey):
        return issubclass(field.related_model, Page)
    return isinstance(field, StreamField | RichTextField | models.ManyToOneRel)


def _reference(model: type[models.Model]) -> str:
    """Return the name of the one foreign key by which a row refers to something."""
    keys = [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]
    return next(key.name for key in keys if not isinstance(key, ParentalKey) and key.name != "locale")


def _left_empty(block: blocks.StructBlock) -> dict[str, Any]:
    """Return the parts of a block as an editor's form leaves them when nothing is entered."""
    empty: dict[str, Any] = {}
    for name, child in block.child_blocks.items():
        if isinstance(child, blocks.CharBlock | blocks.TextBlock | blocks.URLBlock):
            empty[name] = child.get_default() or ""
        elif isinstance(child, blocks.BooleanBlock):
            empty[name] = False
    return empty


def _without_type(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "type"}


def _new_id() -> str:
    return str(uuid.uuid4())


def _messages(error: ValidationError) -> str:
    found = getattr(error, "block_errors", None) or {}
    return "; ".join(f"{number}: {_flat(one)}" for number, one in found.items()) or "; ".join(error.messages)


def _flat(error: Any) -> str:
    parts = getattr(error, "block_errors", None)
    if isinstance(parts, dict):
        return ", ".join(f"{name}: {_flat(one)}" for name, one in parts.items())
    return " ".join(str(message) for message in getattr(error, "messages", [error]))
