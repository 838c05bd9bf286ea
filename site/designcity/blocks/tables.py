"""The block of a table, whose words wagtail-localize can translate cell by cell."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockAdapter
from wagtail_localize.segments import StringSegmentValue

from designcity.blocks.facts import FACTS


class Cells(TypedTableBlock):
    """Columns of words or numbers.

    For translation a cell is known by its words and not by its place: a row that moves keeps its translation,
    and words that stand in several cells are translated once.
    """

    text = blocks.CharBlock(label=pgettext_lazy("what is said", "Words"), required=False, max_length=500)
    number = blocks.CharBlock(label=_("Numbers"), required=False, max_length=60)

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """Return every text of the table once, for wagtail-localize; a number is the same in all languages."""
        texts = dict.fromkeys(text for text in _texts(value) if any(map(str.isalpha, text)))
        return [StringSegmentValue(_path(text), text) for text in texts]

    def restore_translated_segments(self, value: TypedTable, segments: list[StringSegmentValue]) -> TypedTable:
        """Return the table with the translated texts in place of those that they translate."""
        translated = {segment.path: segment.render_text() for segment in segments}
        return _rewritten(value, lambda text: translated.get(_path(text), text))


class CellsAdapter(TypedTableBlockAdapter):
    """Brings the form to the browser, with words of the site's own where Wagtail has none in the language."""

    def js_args(self, block: Cells) -> list[Any]:
        args: list[Any] = super().js_args(block)
        args[-1]["strings"] |= {
            "CAPTION": gettext("Caption of the table"),
            "CAPTION_HELP_TEXT": gettext("What the table compares: it is read before the numbers."),
        }
        return args


register(CellsAdapter(), Cells)


class Table(blocks.StructBlock):
    """A table with its caption; on a narrow screen it scrolls by itself."""

    cells = Cells(label=_("Columns and rows"))
    row_names = blocks.BooleanBlock(
        label=_("The first column names the rows"),
        required=False,
        default=True,
        help_text=_("Screen readers then say the name with every cell of the row."),
    )
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        max_length=255,
        help_text=_("Where the numbers come from, what they leave out."),
    )

    class Meta:
        icon = "table"
        group = FACTS
        label = _("Table")
        template = "blocks/table.html"
        description = _("Words and numbers in rows and columns, for what readers compare.")
        preview_value = {
            "cells": {
                "caption": pgettext_lazy("sample", "Two years in numbers"),
                "columns": [
                    {"type": "text", "heading": pgettext_lazy("sample", "Item")},
                    {"type": "number", "heading": "2025"},
                    {"type": "number", "heading": "2026"},
                ],
                "rows": [
                    {"values": [pgettext_lazy("sample", "Exhibitions"), "12", "18"]},
                    {"values": [pgettext_lazy("sample", "Workshops"), "30", "44"]},
                ],
            },
            "row_names": True,
            "note": "",
        }

    def clean(self, value: Any) -> Any:
        """Require columns and rows, a heading for every column, and a caption; a draft may wait for them."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if message := _lack(cleaned["cells"]):
            raise StructBlockValidationError({"cells": ValidationError(message)})
        return cleaned


def _lack(table: TypedTable) -> Any:
    """Return what a table lacks to be read, in a sentence; None when it lacks nothing."""
    if not table.columns or not table.row_data:
        return _("Add at least one column and one row.")
    if not all(column["heading"].strip() for column in table.columns):
        return _("Give every column a heading.")
    if not table.caption.strip():
        return _("Give the table a caption.")
    return None


def _texts(table: TypedTable) -> Iterator[str]:
    yield table.caption
    yield from (column["heading"] for column in table.columns)
    for row in table.row_data:
        yield from row["values"]


def _path(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _rewritten(table: TypedTable, rewrite: Callable[[str], str]) -> TypedTable:
    return TypedTable(
        columns=[{**column, "heading": rewrite(column["heading"])} for column in table.columns],
        row_data=[{"values": [rewrite(text) for text in row["values"]]} for row in table.row_data],
        caption=rewrite(table.caption),
    )
