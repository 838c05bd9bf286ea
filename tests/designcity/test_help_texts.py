"""What forms say of their fields: one sentence each, and fields of one row stand at one height."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from designcity.pages import BasePage
from designcity.streams import stream_fields

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
BETWEEN_SENTENCES = re.compile(r"[.!?]\s+\S|[。！？]\S")
UPSTREAM = {
    field.name for model in (AbstractEmailForm, AbstractFormField) for field in model._meta.get_fields()
} - {field.name for field in BasePage._meta.get_fields()}
"""Fields of forms that Wagtail brings with words of its own."""


def _panels(panel: Any) -> Iterator[Any]:
    yield panel
    inner = [*getattr(panel, "children", []), getattr(panel, "child_edit_handler", None)]
    for child in filter(None, inner):
        yield from _panels(child)


def _blocks(block: Any) -> Iterator[Any]:
    yield block
    inner = [*getattr(block, "child_blocks", {}).values(), getattr(block, "child_block", None)]
    for child in filter(None, inner):
        yield from _blocks(child)


def _help(panel: Any) -> str:
    said = panel.help_text
    if isinstance(panel, FieldPanel) and panel.db_field is not None:
        said = said or panel.db_field.help_text
    return str(said or "")


def _of_pages(model: type[BasePage]) -> Iterator[str]:
    for panel in _panels(model.get_edit_handler()):
        if getattr(panel, "field_name", None) not in UPSTREAM:
            yield _help(panel)
    for field in stream_fields(model):
        for block in _blocks(field.stream_block):
            yield str(getattr(getattr(block, "field", block.meta), "help_text", "") or "")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_help_text_is_one_sentence(language: str) -> None:
    with translation.override(language):
        said = {text for model in PAGE_TYPES for text in _of_pages(model)}
        said |= {str(field.help_text) for model in get_snippet_models() for field in model._meta.fields}
    assert len(said) > 60
    assert [text for text in said if BETWEEN_SENTENCES.search(text)] == []


def test_fields_that_stand_in_one_row_have_a_help_text_each_or_none() -> None:
    rows = [
        row
        for model in PAGE_TYPES
        for row in _panels(model.get_edit_handler())
        if isinstance(row, FieldRowPanel)
    ]
    assert rows
    torn = [row.children for row in rows if len({bool(_help(field)) for field in row.children}) > 1]
    assert torn == []
