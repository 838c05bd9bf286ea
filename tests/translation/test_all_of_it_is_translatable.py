"""Every text that readers see is translatable, or shared for a reason that stands in `untranslated.py`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.contrib.forms.models import FormSubmission
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Collection, Page, Site, TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from tests.translation.untranslated import OFFICE, OWN_FORM, SHARED

FURTHER = [Page, Site, Collection, FormSubmission, get_document_model()]
"""Models of Wagtail that hold what editors write."""
TEXTS = (models.CharField, models.TextField, models.JSONField)
NO_WORDS = (models.URLField, models.EmailField, models.FileField, models.SlugField)
WORDY_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.BlockQuoteBlock)
WORDLESS_BLOCKS = (
    blocks.ChooserBlock,
    blocks.BooleanBlock,
    blocks.ChoiceBlock,
    blocks.MultipleChoiceBlock,
    blocks.DateBlock,
    blocks.TimeBlock,
    blocks.DateTimeBlock,
    blocks.IntegerBlock,
    blocks.FloatBlock,
    blocks.DecimalBlock,
    blocks.URLBlock,
    blocks.EmailBlock,
    blocks.StaticBlock,
)
REASONS = {**OWN_FORM, **SHARED, **OFFICE}


def _models() -> list[Any]:
    """Return the models of this project's apps, and those of Wagtail in which editors write."""
    folders = {settings.ROOT, settings.ROOT / "site"}
    own = {config.label for config in apps.get_app_configs() if Path(config.path).parent in folders}
    return [model for model in apps.get_models() if model._meta.app_label in own] + FURTHER


def _texts(model: Any) -> list[Any]:
    """Return the fields that may hold words; choices are words of the catalogues."""
    fields = [field for field in model._meta.get_fields() if isinstance(field, (*TEXTS, StreamField))]
    wordy = [field for field in fields if not field.choices and not isinstance(field, NO_WORDS)]
    return [field for field in wordy if field.model is model]


def _is_translatable(model: Any, name: str) -> bool:
    found = get_translatable_fields(model) if issubclass(model, TranslatableMixin) else []
    if not any(isinstance(one, TranslatableField) and one.field_name == name for one in found):
        return False
    parents = [field for field in model._meta.get_fields() if isinstance(field, ParentalKey)]
    return all(_is_translatable(one.related_model, one.remote_field.related_name) for one in parents)


def _untranslatable_blocks(block: Any, path: str) -> Iterator[str]:
    """Yield the blocks that hold words of which wagtail-localize knows nothing."""
    if hasattr(block, "get_translatable_segments"):
        return
    if hasattr(block, "child_blocks"):
        for name, child in block.child_blocks.items():
            yield from _untranslatable_blocks(child, f"{path}.{name}")
    elif hasattr(block, "child_block"):
        yield from _untranslatable_blocks(block.child_block, path)
    elif not isinstance(block, (*WORDY_BLOCKS, *WORDLESS_BLOCKS)):
        yield path


def _untranslatable() -> Iterator[str]:
    """Yield the names of fields and blocks with words that cannot be translated."""
    for model in _models():
        for field in _texts(model):
            name = f"{model._meta.label}.{field.name}"
            if not _is_translatable(model, field.name):
                yield name
            elif isinstance(field, StreamField):
                yield from _untranslatable_blocks(field.stream_block, name)


def _named(name: str) -> set[str]:
    """Return under which names a field may stand in the lists: its own, or that of its whole model."""
    return {name, name.rsplit(".", 1)[0]}


def test_every_text_is_translatable_or_has_a_reason_why_not() -> None:
    assert [name for name in _untranslatable() if not _named(name) & set(REASONS)] == []


def test_the_reasons_name_nothing_that_is_translatable_or_gone() -> None:
    needed = {one for name in _untranslatable() for one in _named(name)}
    assert set(REASONS) - needed == set()


def test_every_reason_is_given_once() -> None:
    assert len(REASONS) == len(OWN_FORM) + len(SHARED) + len(OFFICE)
    assert all(REASONS.values())


@pytest.mark.parametrize(
    "block", [blocks.RawHTMLBlock(), blocks.StructBlock([("x", blocks.RegexBlock(r"\d"))])]
)
def test_a_block_whose_words_cannot_be_translated_is_found(block: Any) -> None:
    found = list(_untranslatable_blocks(block, "body"))
    assert found == (["body"] if isinstance(block, blocks.RawHTMLBlock) else ["body.x"])
