"""What leaves for a spreadsheet program: it is read as Chinese, and none of it is reckoned with."""

import codecs
from collections.abc import Iterator
from typing import Any

from wagtail.admin.views.reports import ReportView

BYTE_ORDER_MARK = codecs.BOM_UTF8
"""Without it a spreadsheet program takes Chinese in a CSV file for another character set."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""


def harmless(text: Any) -> str:
    """Return a text as a spreadsheet shows it, and never reckons with it."""
    return f"'{text}" if str(text).startswith(FORMULA) else str(text)


def meant(text: str) -> str:
    """Return what `harmless` was given, for a text that comes back."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


class RowsReport(ReportView):
    """A report whose lines are worked out from records, as many as are shown, or all for a file."""

    custom_value_preprocess = {**ReportView.custom_value_preprocess, str: {ReportView.FORMAT_CSV: harmless}}

    def rows_of(self, object_list: Any) -> list[Any]:
        """Return the lines for some records."""
        raise NotImplementedError

    def get_table(self, object_list: Any) -> Any:
        """Return the table of the lines on this page of the list; a file has none."""
        return super().get_table([] if self.is_export else self.rows_of(object_list))

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Return everything that is exported, line by line."""
        return self.rows_of(object_list) if self.is_export else object_list

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Return the file's lines, made while the language of who asks is known."""
        return iter([BYTE_ORDER_MARK, *super().stream_csv(queryset)])
