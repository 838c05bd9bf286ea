"""No rich text holds pictures, whose alternative text translators could not reach (wagtail-localize #808)."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.blocks import Block, RichTextBlock
from wagtail.fields import RichTextField, StreamField

PICTURES = {"image", "embed"}


def _blocks(block: Block) -> Iterator[RichTextBlock]:
    if isinstance(block, RichTextBlock):
        yield block
    inner = getattr(block, "child_blocks", {}).values()
    for child in [*inner, *([block.child_block] if hasattr(block, "child_block") else [])]:
        yield from _blocks(child)


def _rich_texts() -> Iterator[tuple[str, Any]]:
    """Yield every rich text of the site's own models by its place, with the features that it names."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            place = f"{model._meta.label}.{field.name}"
            if isinstance(field, RichTextField):
                yield place, field
            elif isinstance(field, StreamField):
                yield from ((f"{place}: {block.name}", block) for block in _blocks(field.stream_block))


def test_no_rich_text_of_any_page_or_record_offers_pictures() -> None:
    found = dict(_rich_texts())
    assert len(found) > 10
    offered = {
        place: set(get_rich_text_editor_widget(one.editor, features=one.features).features)
        for place, one in found.items()
    }
    assert {place: features & PICTURES for place, features in offered.items() if features & PICTURES} == {}
