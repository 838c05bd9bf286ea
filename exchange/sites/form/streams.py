"""The raw value of composed fields: references and rich text inside are exchanged, everything else stays."""

from typing import Any, Protocol

from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from exchange.refusals import Refused


class Exchange(Protocol):
    """What takes the place of a reference and of a rich text."""

    def reference(self, model: type[models.Model], value: Any) -> Any: ...

    def html(self, text: str) -> str: ...


def exchanged(block: blocks.Block, raw: Any, exchange: Exchange) -> Any:
    """Return the raw value of a block with other references; raises `Refused` for one of another form."""
    if raw is None:
        return None
    if isinstance(block, blocks.RichTextBlock):
        return exchange.html(_of(str, raw, block))
    if isinstance(block, blocks.ChooserBlock):
        return exchange.reference(block.model_class, raw)
    if isinstance(block, TypedTableBlock):
        return _table(block, _of(dict, raw, block), exchange)
    if isinstance(block, blocks.StructBlock):
        return _struct(block, _of(dict, raw, block), exchange)
    if isinstance(block, blocks.ListBlock):
        return [_item(block.child_block, item, exchange) for item in _of(list, raw, block)]
    if isinstance(block, blocks.StreamBlock):
        return [_child(block, item, exchange) for item in _of(list, raw, block)]
    if isinstance(raw, dict | list):
        raise Refused(_("The block “%(block)s” has a value of another form.") % {"block": block.name})
    return raw


def _struct(block: blocks.StructBlock, raw: dict[str, Any], exchange: Exchange) -> dict[str, Any]:
    """Exchange every part; one that an older version of the block did not have gets its default."""
    return {
        name: exchanged(
            child, raw[name] if name in raw else child.get_prep_value(child.get_default()), exchange
        )
        for name, child in block.child_blocks.items()
    }


def _item(child: blocks.Block, item: Any, exchange: Exchange) -> dict[str, Any]:
    kept = _of(dict, item, child)
    return kept | {"value": exchanged(child, kept.get("value"), exchange)}


def _child(block: blocks.StreamBlock, item: Any, exchange: Exchange) -> dict[str, Any]:
    kind = _of(dict, item, block).get("type")
    child = block.child_blocks.get(kind)
    if child is None:
        raise Refused(_("There is no block “%(block)s” here.") % {"block": kind})
    return item | {"value": exchanged(child, item.get("value"), exchange)}


def _table(block: TypedTableBlock, raw: dict[str, Any], exchange: Exchange) -> dict[str, Any]:
    columns = [block.child_blocks.get(column.get("type")) for column in raw.get("columns", [])]
    if None in columns:
        raise Refused(_("A table has a column of unknown form."))
    rows = [
        row | {"values": [exchanged(*pair, exchange) for pair in zip(columns, row["values"], strict=False)]}
        for row in raw.get("rows", [])
    ]
    return raw | {"rows": rows}


def _of(kind: type, raw: Any, block: blocks.Block) -> Any:
    if not isinstance(raw, kind):
        raise Refused(_("The block “%(block)s” has a value of another form.") % {"block": block.name})
    return raw
